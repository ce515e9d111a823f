import type { PendingLogin } from '../../src/protocol/records.ts';
import { Icon } from '../parts/icon.tsx';
import { Code } from '../parts/text.tsx';

/** Stands under the bar while a login that was started here has not come back. */
export function SigningInLine({ login, onCancel }: { login: PendingLogin; onCancel: () => void }) {
  return (
    <div class="watch" role="status">
      <Icon name="clock" />
      <span>
        Signing in: waiting for the answer at <Code>{login.request.redirectUri}</Code>
      </span>
      <button type="button" class="btn quiet small end" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}
