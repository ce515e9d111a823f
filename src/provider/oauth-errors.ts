import type { ErrorEntry } from './error-words.ts';
import { oauthAuthorizeErrors } from './oauth-authorize-errors.ts';
import { oauthCallErrors } from './oauth-call-errors.ts';
import { oauthTokenErrors } from './oauth-token-errors.ts';

/** The errors of the specifications, by the place at which they define them. */
export const oauthErrors: readonly ErrorEntry[] = [...oauthAuthorizeErrors, ...oauthTokenErrors, ...oauthCallErrors];
