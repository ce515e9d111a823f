import type { Lack } from '../state/profile-grants.ts';
import type { SaveStatus } from '../state/profile-save.ts';

const lackWords: Record<Lack, string> = {
  everything: 'Nothing will be captured until the browser allows it.',
  intercept: 'Sign-ins end in the app as usual.',
  form_post: 'The answer comes as a form, and is not seen until the browser allows it.',
  app_scheme: 'A login that ends in the app is seen in Chromium, in Firefox only where a script goes there.',
  redirects: 'A callback that redirects on is not seen.',
  history: 'The callback stays in the history.',
  address: 'The answer stays in the tab’s address.',
};

/** How saving went, in the words beside its buttons. */
export function statusWords(status: SaveStatus | undefined): string {
  switch (status?.kind) {
    case undefined:
      return '';
    case 'saved':
      return 'Saved';
    case 'declined':
      return `The profile is saved. ${status.lacks.map((lack) => lackWords[lack]).join(' ')}`;
    case 'failed':
      return status.reason;
  }
}
