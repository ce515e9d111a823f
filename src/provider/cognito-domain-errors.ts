import { consolePaths } from './cognito-console.ts';
import type { ErrorEntry, ErrorWords } from './error-words.ts';

const noStyle: ErrorWords = {
  heading: 'This app client has no login pages',
  meaning:
    'The domain is on managed login, and the app client has no style. Those made by API, CDK or Terraform get none.',
  todo: 'Create a style for the app client, or set the branding version of the domain to Hosted UI (classic).',
  consolePath: consolePaths.managedLogin,
};

const wrongHost: ErrorWords = {
  heading: 'Discovery does not lie on the domain',
  meaning: 'The domain has the login pages. Discovery and the signing keys lie at the issuer, which names the pool.',
  todo: 'Use https://cognito-idp.<region>.amazonaws.com/<pool>. The pool id stands on Overview.',
  consolePath: consolePaths.overview,
};

/** What Cognito's domain, its login page and its issuer say where no answer of OAuth comes. */
export const cognitoDomainErrors: readonly ErrorEntry[] = [
  { where: 'login_page', match: { says: /Login pages unavailable/i }, words: noStyle },
  { where: 'login_page', match: { status: 403 }, words: noStyle },
  {
    where: 'login_page',
    match: { says: /Something went wrong/i },
    words: {
      heading: 'The sign-in stood open too long',
      meaning: 'Cognito’s login page is good for 5 minutes.',
      todo: 'Start the sign-in again.',
    },
  },
  {
    where: 'domain',
    match: {},
    words: {
      heading: 'The domain does not answer',
      meaning:
        'A new prefix domain takes up to a minute, a custom one up to an hour. A domain that does not exist fails in the name lookup, or answers 400.',
      todo: 'Wait and try again, then compare prefix or custom domain and region.',
      consolePath: consolePaths.domain,
    },
  },
  {
    where: 'discovery',
    match: { says: /Allow[- ]Credentials/i },
    words: {
      heading: 'Discovery was asked with credentials',
      meaning: 'The issuer allows every origin, but no request that carries cookies.',
      todo: 'Send the request without credentials.',
    },
  },
  { where: 'discovery', match: { status: 400 }, words: wrongHost },
  { where: 'discovery', match: { says: /invalid start of a value|\bCORS\b|<html|<!doctype/i }, words: wrongHost },
];
