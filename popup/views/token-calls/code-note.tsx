import type { Profile } from '../../../src/protocol/records.ts';
import { Note } from '../../parts/note.tsx';
import { Text } from '../../parts/text.tsx';
import type { CodeState } from '../../state/capture/code-state.ts';
import { codeWords } from '../../state/capture/code-words.ts';
import { OpenProfile } from '../bar/open-profile.tsx';
import { AllowEndpoint } from '../checks/allow-host.tsx';

const notOurs = new Set(['not_started_here', 'pasted', 'imported', 'state_cancelled']);

type Props = { state: Extract<CodeState, object>; profile: Profile | undefined };

/** That a code was not redeemed, why, and what can be done. */
export function CodeNote({ state, profile }: Props) {
  const { heading, text } = codeWords(state, profile);
  const isSecret = state.kept === 'no_secret';
  const canEdit = profile && (isSecret || state.kept === 'no_endpoint');
  return (
    <Note tone={notOurs.has(state.kept) ? 'skip' : 'warn'} heading={heading}>
      <p>
        <Text>{text}</Text>
      </p>
      {state.kept === 'no_access' && <AllowEndpoint endpoint={state.endpoint} />}
      {canEdit && <OpenProfile profile={profile}>{isSecret ? 'Enter the secret' : 'Open the profile'}</OpenProfile>}
    </Note>
  );
}
