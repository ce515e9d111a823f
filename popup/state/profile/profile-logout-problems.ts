import { type CallbackRefusal, judgeCallback } from '../../../src/protocol/callback-rules.ts';

export type LogoutProblemId = `callback_${CallbackRefusal}` | 'logout_fragment' | 'logout_wildcard' | 'logout_scheme';

/**
 * What keeps an address from being registered as the one that signing out leads to: the rules of a callback hold
 * (OpenID Connect RP-Initiated Logout section 3.1). Nothing is refused where none is given.
 */
export function findLogoutProblem(logoutUri: string): LogoutProblemId | undefined {
  if (logoutUri === '') return undefined;
  const { refusal } = judgeCallback(logoutUri);
  switch (refusal) {
    case undefined:
      return undefined;
    case 'fragment':
    case 'wildcard':
      return `logout_${refusal}`;
    case 'code_scheme':
      return 'logout_scheme';
    default:
      return `callback_${refusal}`;
  }
}
