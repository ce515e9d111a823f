import type { Lack } from '../profile/profile-grants.ts';

/** What a profile cannot do while the browser withholds something, in a sentence. */
export const lackWords: Record<Lack, string> = {
  everything: 'Nothing will be captured until the browser allows it.',
  intercept: 'The sign-in will end in the app: the browser does not let Claimcheck intercept.',
  form_post: 'Answers that come as a form cannot be seen.',
  app_scheme: 'A login that ends in the app is seen in Chromium, in Firefox only where a script goes there.',
  redirects: 'A callback that redirects on cannot be seen.',
  history: 'The history is not cleaned.',
  restart: 'Chromium puts this into effect when it starts: close it whole, and open it again.',
  address: 'The answer stays in the tab’s address.',
  tokens: 'Codes wait: without access to the token endpoint’s host its answer might not be readable.',
  client_token: 'No token is asked for: without access to the token endpoint’s host its answer might not be readable.',
};
