import type { Capture, Grant, Profile } from '../../../src/protocol/records.ts';
import { UnlockSecret } from '../../editor/unlock-secret.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { useHost } from '../../parts/host-context.ts';
import { Note } from '../../parts/note.tsx';
import { Code } from '../../parts/text.tsx';
import { useTokenAccess } from '../../parts/use-token-access.ts';
import { useRead } from '../../parts/world-context.ts';
import { findCodeState } from '../../state/capture/code-state.ts';
import { codeWords } from '../../state/capture/code-words.ts';
import { hostOf } from '../../state/provider-words.ts';
import { clockTime } from '../../state/time-words.ts';
import { isClientOwn } from '../../state/token/client-own.ts';
import { clientOwnWords } from '../../state/token/client-own-words.ts';
import { tokenEndpointOf } from '../../state/token/token-endpoint.ts';
import { CodeNote } from './code-note.tsx';
import { TokenFailureNote } from './token-failure-note.tsx';

type Props = { capture: Capture; profile: Profile | undefined; outOfUse: string | undefined; now: number };

const underWay: Record<Grant, string> = {
  authorization_code: 'Exchanging the code…',
  refresh_token: 'Refreshing…',
  client_credentials: 'Asking for a token…',
};

/** What is to be known of the calls to the token endpoint: one under way, one that failed, a code that was kept. */
export function TokenCallNotes({ capture, profile, outOfUse, now }: Props) {
  const host = useHost();
  const world = useRead();
  const { tokenCall, tokenFailure, replaced } = capture;
  const access = useTokenAccess(profile);
  const code = findCodeState(capture, profile, host.now(), { ...world, access });
  const isLocked = typeof code === 'object' && code.kept === 'no_secret' && code.secret === 'locked';
  const isClient = isClientOwn(capture);
  const before = replaced?.tokens.access_token;
  const isBlocked = outOfUse !== undefined && before !== undefined;
  const hasOwnWords = tokenCall || tokenFailure || code === 'waiting' || typeof code === 'object';
  if (!hasOwnWords && !isClient && !isBlocked) return null;
  return (
    <div class="inset notes">
      {tokenCall && <UnderWay call={tokenCall} profile={profile} now={now} />}
      {!tokenCall && code === 'waiting' && (
        <Note tone="skip" icon="again" role="status" heading="The code is about to be exchanged">
          <p>The checks of the answer are made; the token endpoint is asked next.</p>
        </Note>
      )}
      {!tokenCall && tokenFailure && (
        <TokenFailureNote failure={tokenFailure} capture={capture} profile={profile} now={now} />
      )}
      {profile && isLocked && (
        <UnlockSecret host={host} profile={profile} level={2} waiting={codeWords(code, profile)} />
      )}
      {typeof code === 'object' && !isLocked && <CodeNote state={code} profile={profile} />}
      {isClient && (
        <Note tone="skip" heading="A token for the client itself">
          <p>{clientOwnWords(capture)}</p>
        </Note>
      )}
      {isBlocked && (
        <Note tone="skip" heading="The set before the refresh is kept">
          <p>It was replaced at {clockTime(replaced?.at ?? 0, now)}, and may still be good.</p>
          <div class="row">
            <CopyButton class="btn small" text={() => before} what="Access token from before the refresh" isSecret>
              Copy the access token before
            </CopyButton>
          </div>
        </Note>
      )}
    </div>
  );
}

type UnderWayProps = { call: NonNullable<Capture['tokenCall']>; profile: Profile | undefined; now: number };

function UnderWay({ call: { grant, sentAt }, profile, now }: UnderWayProps) {
  const endpoint = tokenEndpointOf(profile);
  return (
    <div aria-busy="true">
      <Note tone="skip" icon="again" role="status" heading={underWay[grant]}>
        <p>
          Sent at {clockTime(sentAt, now)}
          {endpoint !== undefined && (
            <>
              {' '}
              to <Code>{hostOf(endpoint)}</Code>
            </>
          )}
          . It takes 10 s at most.
        </p>
      </Note>
    </div>
  );
}
