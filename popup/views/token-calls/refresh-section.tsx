import { useState } from 'preact/hooks';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { noAccessWords } from '../../../src/protocol/token-access.ts';
import { Button } from '../../parts/button.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Note } from '../../parts/note.tsx';
import { useTokenAccess } from '../../parts/use-token-access.ts';
import { useTokenCall } from '../../parts/use-token-call.ts';
import { useRead } from '../../parts/world-context.ts';
import { clockTime } from '../../state/time-words.ts';
import { deadWords, findUnreadable, refreshFacts, whyNotRefresh } from '../../state/token/refresh-facts.ts';
import { whyNotRevoke } from '../../state/token/revoke-words.ts';
import { whyNotUse } from '../../state/token/token-use.ts';
import { AllowEndpoint } from '../checks/allow-host.tsx';
import { RevocationNote } from './revocation-note.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

type Props = {
  capture: Capture;
  profile: Profile | undefined;
  isAnyway: boolean;
  outOfUse: string | undefined;
  now: number;
};

/** Where the refresh token came from, how it fared, and what can be done with it. */
export function RefreshSection({ capture, profile, isAnyway, outOfUse, now }: Props) {
  const world = useRead();
  const call = useTokenCall(capture);
  const [isAsking, setAsking] = useState(false);
  const dead = deadWords(capture, profile, now);
  const { isRefreshing, isRevoking } = call;
  const access = useTokenAccess(profile);
  const obstacle = isRevoking
    ? 'A revocation is under way.'
    : whyNotRefresh(capture, profile, outOfUse, { ...world, now });
  const unreadable = obstacle === undefined ? findUnreadable(capture, profile, access) : undefined;
  const noRefresh = unreadable === undefined ? obstacle : `${noAccessWords(unreadable)} Allow it, then refresh.`;
  const noRevoke = isRefreshing ? 'A refresh is under way.' : whyNotRevoke(capture, profile, 'refresh_token', world);
  const before = capture.replaced?.tokens.access_token;
  return (
    <section aria-labelledby="refresh-h">
      <div class="head">
        <h2 id="refresh-h">Staying fresh</h2>
      </div>
      {dead !== undefined && (
        <div class="inset last">
          <Note
            tone={capture.deadRefreshToken?.why === 'revoked' ? 'skip' : 'fail'}
            level={3}
            heading="This refresh token is dead"
          >
            <p>{dead}</p>
          </Note>
        </div>
      )}
      <div class="blank">
        {refreshFacts(capture, profile, now).map((fact) => (
          <p key={fact}>{fact}</p>
        ))}
        {dead === undefined && (
          <p>
            When it ends cannot be read from it. A refresh gets new tokens into this capture, and the checks are made
            anew.
          </p>
        )}
        <div class="row">
          <Button
            class="small"
            busy={isRefreshing}
            unless={isRefreshing ? undefined : noRefresh}
            onPress={() => call.refresh(isAnyway && whyNotUse(capture) !== undefined)}
          >
            <Icon name="again" />
            Refresh
          </Button>
          <Button class="small" busy={isRevoking} unless={noRevoke} onPress={() => setAsking(true)}>
            <Icon name={isRevoking ? 'again' : 'x'} />
            Revoke
          </Button>
        </div>
        {noRefresh !== undefined && dead === undefined && !isRefreshing && !isRevoking && <p>{noRefresh}</p>}
        {unreadable !== undefined && !isRefreshing && (
          <>
            <AllowEndpoint endpoint={unreadable} />
            <div class="row">
              <Button class="small" onPress={() => call.refresh(true)}>
                Refresh anyway
              </Button>
            </div>
          </>
        )}
        {capture.replaced && before !== undefined && (
          <div class="row">
            <p>The set before the refresh of {clockTime(capture.replaced.at, now)} is kept.</p>
            <CopyButton class="btn small" text={() => before} what="Access token from before the refresh" isSecret>
              Copy its access token
            </CopyButton>
          </div>
        )}
      </div>
      <RevocationNote capture={capture} token="refresh_token" profile={profile} now={now} />
      {isAsking && profile && (
        <RevokeDialog
          token="refresh_token"
          profile={profile}
          onRevoke={() => call.revoke('refresh_token')}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
