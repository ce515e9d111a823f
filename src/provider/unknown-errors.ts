import type { ErrorPlace, ErrorWords } from './error-words.ts';

type Unknown = Pick<ErrorWords, 'meaning' | 'todo'> & { heading: (who: string) => string };

const search = 'Search the provider’s documentation for the code.';
const answered = (who: string) => `${who} answered with an error`;

/** What can be said of an error that no catalogue has: what the specifications say of its place, and no guess. */
export const unknownErrors: Record<ErrorPlace, Unknown> = {
  authorize: {
    heading: answered,
    meaning:
      'The code is none of those that OAuth 2.0 and OpenID Connect define for this answer. The provider’s own words stand below.',
    todo: search,
  },
  error_page: {
    heading: (who) => `${who} stopped at its own error page`,
    meaning:
      'The code is none of those that are known. A provider shows its own page where it does not trust the client id or the callback URL.',
    todo: 'Compare client id and callback URL with the provider’s settings of the client.',
  },
  login_page: {
    heading: (who) => `${who} shows an error on its login page`,
    meaning: 'The login has not come back. The page says why.',
    todo: 'Start the sign-in again.',
  },
  domain: {
    heading: (who) => `${who} does not answer`,
    meaning: 'The host of the authorization endpoint is not known, or is down.',
    todo: 'Compare the host with the provider’s documentation.',
  },
  token: {
    heading: (who) => `${who} gave no tokens`,
    meaning:
      'The error is none of those that OAuth 2.0 defines for a token answer. After a refused exchange the authorization code counts as spent.',
    todo: search,
  },
  userinfo: {
    heading: (who) => `${who} refused the call`,
    meaning: 'The code is none of those that are defined for a call with a bearer token.',
    todo: search,
  },
  revoke: {
    heading: (who) => `${who} did not revoke the token`,
    meaning: 'The code is none of those that are defined for a revocation. The token may still be good.',
    todo: search,
  },
  discovery: {
    heading: (who) => `${who} gave no discovery document`,
    meaning: 'Without it the endpoints and the signing keys are not known.',
    todo: 'Compare the issuer with the provider’s documentation, or fill in the endpoints by hand.',
  },
  logout: {
    heading: (who) => `${who} did not sign out`,
    meaning: 'The session at the provider may still be there.',
    todo: 'Compare the sign-out URL with the provider’s settings of the client.',
  },
  api: {
    heading: answered,
    meaning: 'The call is none of those that OAuth 2.0 defines.',
    todo: search,
  },
};
