import type { Profile } from '../../src/protocol/records.ts';
import { UnlockSecret } from '../editor/unlock-secret.tsx';
import { useHost } from '../parts/host-context.ts';
import { Note } from '../parts/note.tsx';
import type { CodeState } from '../state/code-state.ts';
import { codeWords } from '../state/code-words.ts';
import { hashOf } from '../state/route.ts';

type Props = { state: Extract<CodeState, object>; profile: Profile | undefined };

/** That a code was not redeemed, why, and what can be done. */
export function CodeNote({ state, profile }: Props) {
  const host = useHost();
  const { heading, text } = codeWords(state, profile);
  const isSecret = state.kept === 'no_secret';
  const isLocked = isSecret && state.secret === 'locked';
  const canEdit = profile && !isLocked && (isSecret || state.kept === 'no_endpoint');
  return (
    <>
      <Note tone={state.kept === 'not_started_here' || state.kept === 'pasted' ? 'skip' : 'warn'} heading={heading}>
        <p>{text}</p>
        {canEdit && (
          <div class="row">
            <button
              type="button"
              class="btn small"
              onClick={() => host.openPage(`page.html${hashOf({ view: 'profiles', rest: profile.id })}`)}
            >
              {isSecret ? 'Enter the secret' : 'Open the profile'}
            </button>
          </div>
        )}
      </Note>
      {profile && isLocked && <UnlockSecret host={host} profile={profile} />}
    </>
  );
}
