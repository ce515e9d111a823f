import { useMemo } from 'preact/hooks';
import { isOfOtherProvider, otherClientWords } from '../../../src/protocol/login-client.ts';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { isSample } from '../../../src/protocol/sample.ts';
import { hostPattern } from '../../../src/protocol/url.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { useGranted, useHost } from '../../parts/host-context.ts';
import { Note } from '../../parts/note.tsx';
import { Code } from '../../parts/text.tsx';
import { missingWords } from '../../state/capture/missing-words.ts';
import { statusWords } from '../../state/capture/status-words.ts';
import { hostOf } from '../../state/provider-words.ts';
import { clockTime, relativeTime } from '../../state/time-words.ts';
import { isClientOwn } from '../../state/token/client-own.ts';
import { lifetimeOf } from '../../state/token/lifetime.ts';
import { userinfoEndpointOf } from '../../state/token/token-endpoint.ts';
import { readUserinfo } from '../../state/userinfo/userinfo-answer.ts';
import { failureWords } from '../../state/userinfo/userinfo-failure.ts';
import { UserinfoAnswerView } from './userinfo-answer-view.tsx';

type Props = { capture: Capture; profile: Profile | undefined; isCalling: boolean; now: number };

/** What userInfo said, or why it said nothing. The button that calls it is the action row's. */
export function UserinfoSection({ capture, profile, isCalling, now }: Props) {
  const { userinfo, userinfoFailure: failure } = capture;
  const endpoint = userinfoEndpointOf(profile);
  const origin = endpoint === undefined ? undefined : hostPattern(endpoint);
  const access = useGranted(origin === undefined ? undefined : { origins: [origin] });
  const answer = useMemo(() => userinfo && readUserinfo(userinfo, profile), [userinfo, profile]);
  const life = lifetimeOf(capture, profile, 'access_token', now);
  const hasFailed = failure !== undefined && failure.at >= (userinfo?.at ?? 0);
  const isReasonHidden = answer?.kind === 'refused' && userinfo?.wwwAuthenticate === undefined && access === false;
  return (
    <section aria-labelledby="info-h" aria-busy={isCalling}>
      <div class="head">
        <h2 id="info-h" tabIndex={-1}>
          userInfo
        </h2>
        <span class="n">{isCalling ? 'asking…' : countWords(capture, now)}</span>
        {userinfo && (
          <CopyButton
            class="btn quiet small icon end"
            text={() => userinfo.body}
            what="userInfo answer"
            label="Copy the userInfo answer"
          />
        )}
      </div>
      {life.kind === 'revoked' && !isCalling && (
        <p class="aside">
          The access token was revoked at {clockTime(life.at, now)}: expect userInfo to refuse it with <code>401</code>,
          invalid_token.
        </p>
      )}
      {!userinfo && !hasFailed && <NotCalled capture={capture} profile={profile} isCalling={isCalling} />}
      {hasFailed && endpoint !== undefined && (
        <Failure
          kind={failure.kind}
          endpoint={endpoint}
          origin={origin}
          access={access}
          hasEarlier={userinfo !== undefined}
        />
      )}
      {answer && (
        <UserinfoAnswerView key={userinfo?.at} answer={answer} capture={capture} profile={profile} now={now} />
      )}
      {isReasonHidden && origin !== undefined && endpoint !== undefined && (
        <div class="inset last">
          <Note tone="skip" level={3} heading="The reason may stand in a header that could not be read">
            <p>The browser shows it only with access to the host. Then call userInfo again.</p>
            <AllowAccess endpoint={endpoint} origin={origin} />
          </Note>
        </div>
      )}
    </section>
  );
}

function countWords(capture: Capture, now: number): string {
  const { userinfo, userinfoFailure } = capture;
  if (isSample(capture)) return 'minted with the sample';
  if (!userinfo) return userinfoFailure ? `no answer, ${relativeTime(userinfoFailure.at, now)}` : 'not called yet';
  const duration = userinfo.durationMs === undefined ? '' : `${Math.round(userinfo.durationMs)} ms, `;
  return `${statusWords(userinfo.status)}, ${duration}${relativeTime(userinfo.at, now)}`;
}

function NotCalled({ capture, profile, isCalling }: Omit<Props, 'now'>) {
  const endpoint = userinfoEndpointOf(profile);
  const { id_token, access_token } = capture.tokens;
  const hasToken = access_token !== undefined;
  const isElsewhere = profile !== undefined && isOfOtherProvider(capture, profile);
  if (isClientOwn(capture)) {
    return (
      <div class="blank">
        <p>No user signed in: the token is the client’s own, and userInfo has nobody to tell of.</p>
      </div>
    );
  }
  if (isCalling && endpoint !== undefined) {
    return (
      <div class="blank">
        <p>
          Waiting for <Code>{hostOf(endpoint)}</Code>.
        </p>
      </div>
    );
  }
  return (
    <div class="blank">
      {!hasToken && <p>It takes an access token. {missingWords(capture, profile, 'access_token')}</p>}
      {hasToken && endpoint === undefined && (
        <p>
          {profile
            ? 'This profile has no userInfo endpoint.'
            : 'Without a profile there is no userInfo endpoint to call.'}
        </p>
      )}
      {hasToken && isElsewhere && <p>{otherClientWords}</p>}
      {hasToken && endpoint !== undefined && !isElsewhere && (
        <p>
          Sends the access token to <Code>{hostOf(endpoint)}</Code>
          {id_token === undefined
            ? '. There is no ID token to compare the answer with.'
            : ' and compares the answer with the ID token.'}
        </p>
      )}
    </div>
  );
}

type FailureProps = {
  kind: NonNullable<Capture['userinfoFailure']>['kind'];
  endpoint: string;
  origin: string | undefined;
  access: boolean | undefined;
  hasEarlier: boolean;
};

function Failure({ kind, endpoint, origin, access, hasEarlier }: FailureProps) {
  const { heading, todo, mayNeedAccess } = failureWords(kind, endpoint, access !== false);
  return (
    <div class="inset last">
      <Note tone="fail" level={3} heading={heading}>
        <p>{todo}</p>
        {hasEarlier && <p>The earlier answer stands below.</p>}
        {mayNeedAccess && origin !== undefined && <AllowAccess endpoint={endpoint} origin={origin} />}
      </Note>
    </div>
  );
}

/** Asks straight from the click; afterwards the person calls userInfo again. */
function AllowAccess({ endpoint, origin }: { endpoint: string; origin: string }) {
  const host = useHost();
  const allow = async () => {
    const isGranted = await host.permissions.request({ origins: [origin] }).catch(() => false);
    // the button goes away with what it was for
    if (isGranted) document.getElementById('info-h')?.focus();
  };
  return (
    <div class="row">
      <button type="button" class="btn small" onClick={() => void allow()}>
        Allow access to {hostOf(endpoint)}
      </button>
    </div>
  );
}
