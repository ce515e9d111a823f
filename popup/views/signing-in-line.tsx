import type { PendingLogin } from '../../src/protocol/records.ts';
import { Icon } from '../parts/icon.tsx';
import { Code } from '../parts/text.tsx';

const words = {
  wanted: 'Signing in: the answer ends here, at',
  ready: 'Signing in: the answer ends here, at',
  refused: 'Signing in: the browser would not keep the answer from the app, so it is watched at',
  watched: 'Signing in: waiting for the answer at',
};

/** Stands under the bar while a login that was started here has not come back. */
export function SigningInLine({ login, onCancel }: { login: PendingLogin; onCancel: () => void }) {
  return (
    <div class="watch" role="status">
      <Icon name="clock" />
      <span>
        {words[login.intercept ?? 'watched']} <Code>{login.request.redirectUri}</Code>
      </span>
      <button type="button" class="btn quiet small end" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}
