import { consolePaths } from './cognito-console.ts';
import type { ErrorEntry } from './error-words.ts';

/** What Cognito means by a refused call: of userInfo, of a revocation, of its own APIs. */
export const cognitoCallErrors: readonly ErrorEntry[] = [
  {
    where: 'userinfo',
    match: { says: /does not contain openid scope/i },
    words: {
      heading: 'The access token lacks the scope openid',
      meaning:
        'userInfo wants it. Tokens of a login through the SDK or Amplify’s signIn have aws.cognito.signin.user.admin alone.',
      todo: 'Add openid to the scopes and sign in through the domain, or add it in a pre token generation trigger.',
      consolePath: consolePaths.scopes,
    },
  },
  {
    where: 'userinfo',
    match: { code: 'invalid_token' },
    words: {
      heading: 'Cognito refused the access token',
      meaning: 'It is expired or revoked, or the user has signed out everywhere.',
      todo: 'Sign in again for a fresh one.',
    },
  },
  {
    where: 'userinfo',
    match: { code: 'invalid_request' },
    words: {
      heading: 'Cognito could not read the token',
      meaning: 'It is malformed or missing, or is no access token: userInfo takes no ID token.',
      todo: 'Sign in again for a fresh one.',
    },
  },
  {
    where: 'revoke',
    match: { code: 'unsupported_token_type' },
    words: {
      heading: 'Only a refresh token can be revoked',
      meaning: 'An access token or ID token was sent. They go with the refresh token they came with.',
      todo: 'Send the refresh token.',
    },
  },
  {
    where: 'revoke',
    match: { code: 'invalid_client' },
    words: {
      heading: 'Cognito does not know this app client, or the secret is wrong',
      meaning: 'The client id belongs to another pool, or the app client has a secret that was not sent.',
      todo: 'Compare client id and secret with the app client.',
      consolePath: consolePaths.client,
    },
  },
  {
    where: 'revoke',
    match: { code: 'invalid_request' },
    words: {
      heading: 'The app client does not allow revocation, or no token was sent',
      meaning: 'Revocation is turned on for each app client.',
      todo: 'Tick Enable token revocation, then sign in again: it holds for tokens made from then on.',
      consolePath: consolePaths.revocation,
    },
  },
  {
    where: 'api',
    match: { says: /User pool client .{0,200}does not exist/i },
    words: {
      heading: 'This pool does not know the app client',
      meaning:
        'The client id belongs to another pool or region. On the domain the same fault is invalid_client, or the error page with invalid_request.',
      todo: 'Compare client id and pool.',
      consolePath: consolePaths.client,
    },
  },
  {
    where: 'api',
    match: { says: /does not have required scopes/i },
    words: {
      heading: 'The access token lacks aws.cognito.signin.user.admin',
      meaning: 'GetUser and its kin are an API of their own and want this scope. userInfo does not.',
      todo: 'Tick the scope on the app client, add it to the scopes of the profile, then sign in again.',
      consolePath: consolePaths.scopes,
    },
  },
];
