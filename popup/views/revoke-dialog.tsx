import type { Profile } from '../../src/protocol/records.ts';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { type RevocableToken, revokeEffects } from '../state/revoke-words.ts';
import { tokenNoun } from '../state/token-names.ts';

type Props = { token: RevocableToken; profile: Profile; onRevoke: () => void; onClose: () => void };

export function RevokeDialog({ token, profile, onRevoke, onClose }: Props) {
  const { ends, stays } = revokeEffects(token, profile);
  return (
    <ConfirmDialog
      heading={`Revoke the ${tokenNoun[token]}?`}
      confirm="Revoke now"
      onConfirm={onRevoke}
      onClose={onClose}
    >
      <div class="notes">
        <div>
          <h3>It ends</h3>
          <p class="muted">{ends}</p>
        </div>
        <div>
          <h3>It does not end</h3>
          <ul class="muted">
            {stays.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      </div>
    </ConfirmDialog>
  );
}
