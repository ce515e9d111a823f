import { consolePaths } from './cognito-console.ts';
import type { ErrorEntry } from './error-words.ts';

const row = (match: ErrorEntry['match'], words: ErrorEntry['words']): ErrorEntry => ({ where: 'token', match, words });

/**
 * What Cognito means by an error of its token endpoint. Most come as a code alone, so that the grant that was sent, among
 * the names beside the error, tells more.
 */
export const cognitoTokenErrors: readonly ErrorEntry[] = [
  row(
    { code: 'invalid_client', says: /^invalid_client_secret$/ },
    {
      heading: 'This app client has a secret, and it was not sent',
      meaning: 'An app in the browser cannot keep one, and a secret cannot be taken off an app client.',
      todo: 'Make a new app client of the type Single-page application. Or choose in the profile how the secret is sent, and enter it here.',
      consolePath: ['App clients'],
    },
  ),
  row(
    { code: 'invalid_client' },
    {
      heading: 'Cognito does not know this app client, or the secret is wrong',
      meaning: 'The client id belongs to no app client of the pool behind this domain, or its secret is another one.',
      todo: 'Compare client id, secret and domain with the app client.',
      consolePath: consolePaths.client,
    },
  ),
  row(
    { code: 'unauthorized_client', says: /^invalid_redirect$/ },
    {
      heading: 'Another redirect_uri than at the start',
      meaning: 'The redirect_uri of the exchange must equal that of the authorization request, the last / included.',
      todo: 'Start a new sign-in and send the same string both times.',
      consolePath: consolePaths.callbacks,
    },
  ),
  row(
    { code: 'unauthorized_client' },
    {
      heading: 'The app client does not allow this, or the redirect_uri differs',
      meaning:
        'The code or refresh grant is not turned on for the app client, or the redirect_uri is not that of the authorization request, the last / included.',
      todo: 'Send the same redirect_uri both times, and tick Authorization code grant.',
      consolePath: consolePaths.grants,
    },
  ),
  row(
    { code: 'invalid_grant', says: /attribute|permission/i },
    {
      heading: 'The app client may not read an attribute',
      meaning:
        'A scope stands for attributes of which the app client can read only some, as email without email_verified.',
      todo: 'Allow reading all attributes of the scopes that are asked for.',
      consolePath: consolePaths.attributes,
    },
  ),
  row(
    { code: 'invalid_grant', has: 'authorization_code' },
    {
      heading: 'The code is not good any more',
      meaning:
        'A code is good once and for 5 minutes, with the code_verifier of its login. The same answer comes where the app client may not read an attribute of a scope.',
      todo: 'Sign in again. If that ends the same way, check which attributes the app client may read.',
      consolePath: consolePaths.attributes,
    },
  ),
  row(
    { code: 'invalid_grant', has: 'refresh_token' },
    {
      heading: 'The refresh token is not good any more',
      meaning:
        'It is revoked, expired, spent by a rotation, of another app client, or of a login through the SDK while devices are remembered.',
      todo: 'Sign in again for another.',
    },
  ),
  row(
    { code: 'invalid_grant', has: 'client_credentials' },
    {
      heading: 'This app client signs users in',
      meaning: 'client_credentials must be the only grant of an app client, and such a client has a secret.',
      todo: 'Use an app client of the type Machine-to-machine application.',
      consolePath: consolePaths.grants,
    },
  ),
  row(
    { code: 'invalid_grant' },
    {
      heading: 'The code or refresh token is not good any more',
      meaning:
        'A code is good once and for 5 minutes, with the code_verifier of its login. A refresh token is revoked, expired, of another app client, or of a login through the SDK while devices are remembered. The same answer comes where the app client may not read an attribute of a scope, and for client_credentials on a client that signs users in.',
      todo: 'Start a new sign-in. If that ends the same way, check Attribute permissions; turn remembered devices off for tokens of the SDK; use a machine-to-machine client for client_credentials.',
      consolePath: consolePaths.attributes,
    },
  ),
  row(
    { code: 'unsupported_grant_type' },
    {
      heading: 'Cognito does not know this grant',
      meaning:
        'Its token endpoint takes authorization_code, refresh_token and client_credentials. It knows no password grant.',
      todo: 'Use one of the three.',
    },
  ),
  row(
    { code: 'invalid_scope' },
    {
      heading: 'A scope is not allowed for client_credentials',
      meaning: 'Only custom scopes of a resource server can be asked for, and each must be ticked on the app client.',
      todo: 'Tick the custom scope, and leave out openid, email, phone and profile.',
      consolePath: consolePaths.customScopes,
    },
  ),
  row(
    { code: 'invalid_request' },
    {
      heading: 'Cognito could not read the request',
      meaning: 'A parameter is missing or malformed, or it was not sent as application/x-www-form-urlencoded.',
      todo: 'Correct the request. Nothing in the console changes it.',
    },
  ),
  row(
    { status: 405 },
    {
      heading: 'The token endpoint takes POST only',
      meaning: 'It was asked by GET, as a page is.',
      todo: 'Send the parameters as a form, by POST.',
    },
  ),
];
