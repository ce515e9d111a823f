import { consolePaths } from './cognito-console.ts';
import type { ErrorEntry, ErrorWords } from './error-words.ts';

const parameterMissing: ErrorWords = {
  heading: 'A parameter of the request is missing',
  meaning:
    'The client id did not arrive. It is empty, or everything behind the first & was lost, as in a shell when the URL is not quoted.',
  todo: 'Sign in from here, or put the URL in quotes.',
};

const signOutNotListed: ErrorWords = {
  heading: 'The sign-out URL is not on the list',
  meaning:
    'The page says that redirect_uri is missing, which misleads: the logout_uri that was sent equals none of this app client’s allowed sign-out URLs, or its name was misspelt.',
  todo: 'Paste the string as it is, choose Save changes, then sign out again.',
  consolePath: consolePaths.signOuts,
};

/** Cognito's own error page: the code in its address, a parameter that must stand beside it, and what it means. */
export const errorPageWords: readonly ErrorEntry[] = [
  {
    where: 'error_page',
    match: { code: 'redirect_mismatch' },
    words: {
      heading: 'The callback URL is not on the list',
      meaning:
        'Cognito compares it letter by letter. None of this app client’s allowed callback URLs equals the one that was sent.',
      todo: 'Paste the string as it is, choose Save changes, wait up to a minute, then sign in.',
      consolePath: consolePaths.callbacks,
    },
  },
  { where: 'error_page', match: { has: 'logout_uri' }, words: signOutNotListed },
  {
    where: 'error_page',
    match: { says: /Required String parameter 'redirect_uri' is not present/i },
    words: signOutNotListed,
  },
  { where: 'logout', match: { says: /redirect_uri/i }, words: signOutNotListed },
  {
    where: 'error_page',
    match: { code: 'invalid_request', has: 'client_id' },
    words: {
      heading: 'This pool does not know the app client, or its identity provider',
      meaning:
        'The client id belongs to no app client of the pool behind this domain, or the identity provider that was asked for is not turned on for it.',
      todo: 'Compare client id and domain: both must belong to the same pool. Then check that Cognito user pool is ticked.',
      consolePath: consolePaths.identityProviders,
    },
  },
  { where: 'error_page', match: { says: /^Required parameters missing$/ }, words: parameterMissing },
  {
    where: 'logout',
    match: { says: /^Required parameters missing$/ },
    words: {
      heading: 'A parameter of the sign-out is missing',
      meaning: 'Cognito wants client_id, and logout_uri or redirect_uri with response_type beside it.',
      todo: 'Add what is missing, and go to the address in a tab: it is a page, no call.',
    },
  },
];
