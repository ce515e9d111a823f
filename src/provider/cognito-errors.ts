import { cognitoAuthorizeErrors } from './cognito-authorize-errors.ts';
import { cognitoCallErrors } from './cognito-call-errors.ts';
import { cognitoDomainErrors } from './cognito-domain-errors.ts';
import { errorPageWords } from './cognito-error-page-words.ts';
import { cognitoTokenErrors } from './cognito-token-errors.ts';
import type { ErrorEntry } from './error-words.ts';

/** What Amazon Cognito means by its errors, by the place at which they appear. */
export const cognitoErrors: readonly ErrorEntry[] = [
  ...errorPageWords,
  ...cognitoAuthorizeErrors,
  ...cognitoTokenErrors,
  ...cognitoCallErrors,
  ...cognitoDomainErrors,
];
