import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { useHost, useNow } from '../../parts/host-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { silentAttempt } from '../../state/capture/current.ts';
import { findNoSession } from '../../state/capture/no-session.ts';
import { noSessionWords } from '../../state/capture/no-session-words.ts';
import { hashOf } from '../../state/route.ts';
import { clockTime } from '../../state/time-words.ts';

/** That a silent sign-in found no session, above the tokens that were captured before. */
export function SilentAttemptLine({ captures, profile }: { captures: readonly Capture[]; profile: Profile }) {
  const host = useHost();
  const now = useNow([]);
  const attempt = silentAttempt(captures);
  const refusal = attempt && findNoSession(attempt);
  if (!refusal) return null;
  const { heading, meaning } = noSessionWords(refusal, profile);
  return (
    <div class="watch told" role="status">
      <Icon name="info" />
      <span>
        {heading}: the silent sign-in of {clockTime(attempt.capturedAt, now)} brought no tokens.{' '}
        <small>{meaning}</small>
      </span>
      <button
        type="button"
        class="btn quiet small end"
        aria-label={`Open the silent sign-in of ${clockTime(attempt.capturedAt, now)}`}
        onClick={() => host.openPage(`page.html${hashOf({ view: 'captures', id: attempt.id })}`)}
      >
        Open
      </button>
    </div>
  );
}
