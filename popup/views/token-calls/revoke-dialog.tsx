import type { Profile } from '../../../src/protocol/records.ts';
import { ConfirmDialog } from '../../parts/dialog.tsx';
import { type RevocableToken, revokeEffects } from '../../state/token/revoke-words.ts';
import { tokenNoun } from '../../state/token/token-names.ts';
import { EndsAndStays } from '../capture/ends-and-stays.tsx';

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
        <EndsAndStays ends={ends} stays={stays} />
      </div>
    </ConfirmDialog>
  );
}
