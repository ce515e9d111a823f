import { consolePaths } from './cognito-console.ts';
import type { ErrorEntry } from './error-words.ts';

const row = (match: ErrorEntry['match'], words: ErrorEntry['words']): ErrorEntry => ({
  where: 'authorize',
  match,
  words,
});

/**
 * What Cognito means by an error at the callback. As observed it puts a general code into `error` and the reason into
 * `error_description`; as documented the code itself is there. Descriptions are not fixed strings.
 */
export const cognitoAuthorizeErrors: readonly ErrorEntry[] = [
  row(
    { code: 'invalid_scope' },
    {
      heading: 'A scope is not allowed for this app client',
      meaning:
        'One of the scopes that were asked for is not ticked on the app client, or email, phone or profile was asked for without openid. Cognito does not say which one. On a domain with the classic hosted UI it also says so of resource.',
      todo: 'Tick the scopes on the app client, or take them out of the profile one by one. Cognito knows no offline_access.',
      consolePath: consolePaths.scopes,
    },
  ),
  row(
    { code: 'unauthorized_client' },
    {
      heading: 'This app client does not allow the flow',
      meaning: 'The response type that was asked for belongs to a grant that is not ticked on the app client.',
      todo: 'Tick Implicit grant for response_type=token, or Authorization code grant for code, and save.',
      consolePath: consolePaths.grants,
    },
  ),
  row(
    { code: 'unsupported_response_type' },
    {
      heading: 'Cognito does not know this response type',
      meaning: 'It documents code and token alone.',
      todo: 'Choose one of these flows in the profile.',
    },
  ),
  row(
    { says: /^Already found an entry for username/i },
    {
      heading: 'First login after two accounts were linked',
      meaning: 'Cognito reports this once, on the first login through another provider after linking.',
      todo: 'Sign in once more. It works the second time.',
    },
  ),
  row(
    {
      says: /PreSignUp|PreAuthentication|PostAuthentication|PostConfirmation|PreTokenGeneration|UserMigration|CustomMessage|failed with error/i,
    },
    {
      heading: 'A Lambda trigger refused the login',
      meaning: 'The text comes from a function of yours that runs during the login.',
      todo: 'Look at the trigger function and its log.',
      consolePath: consolePaths.triggers,
    },
  ),
  row(
    { says: /Error - \d{3}|calling IdP|Connection reset|Read timed out/i },
    {
      heading: 'The other identity provider answered with an error',
      meaning: 'Cognito asked the provider that the user chose, and that one failed. Its words follow.',
      todo: 'Check client id, secret and addresses of that provider, then sign in again.',
      consolePath: consolePaths.providers,
    },
  ),
  row(
    { code: 'access_denied' },
    {
      heading: 'The other identity provider denied access',
      meaning: 'Cognito itself does not answer so: the user, or the provider that was chosen, refused.',
      todo: 'Sign in again and agree there.',
    },
  ),
  row(
    { code: 'login_required' },
    {
      heading: 'Nobody is signed in',
      meaning: 'The request asked for a login without a page (prompt=none), and Cognito’s one-hour session is over.',
      todo: 'Sign in without prompt=none.',
    },
  ),
  row(
    { code: 'invalid_request' },
    {
      heading: 'Cognito could not read the request',
      meaning:
        'A parameter is missing or has a value that Cognito does not know: response_type is token or code alone, and code_challenge goes with the method S256. The description, if any, says which.',
      todo: 'Compare the authorize URL of the profile with what the app client allows.',
      consolePath: consolePaths.loginPages,
    },
  ),
  row(
    { code: 'server_error' },
    { heading: 'Cognito failed', meaning: 'The fault is on Cognito’s side.', todo: 'Sign in again in a moment.' },
  ),
  row(
    { says: /\bCORS\b/i },
    {
      heading: 'The authorize endpoint is a page, no call',
      meaning: 'A script asked for it. It sends no CORS headers, so that the browser withholds the answer.',
      todo: 'Go to the address in a tab.',
    },
  ),
  row(
    { status: 400 },
    {
      heading: 'Cognito answered with an empty page',
      meaning: 'It does so for a state that is JSON as it stands.',
      todo: 'Encode the state as base64url before it is sent.',
    },
  ),
];
