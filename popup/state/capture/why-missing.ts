import type { Capture, Profile, TokenName } from '../../../src/protocol/records.ts';
import { brings } from '../profile/response-type.ts';
import { isClientOwn } from '../token/client-own.ts';

/**
 * Why a token is not in a capture: it was not in the pasted text, there is no user, the code was not exchanged, its scope
 * or the flow does not bring it, or nothing here tells. `unknown`: what the request asked for is not known.
 */
export type WhyMissing = 'pasted' | 'client' | 'jarm' | 'openid' | 'flow' | 'implicit' | 'code' | 'answer' | 'unknown';

/** The first reason that applies. The flow goes before the scope: openid brings nothing that the flow leaves out. */
export function whyMissing(capture: Capture, profile: Profile | undefined, name: TokenName): WhyMissing {
  if (capture.origin === 'pasted') return 'pasted';
  if (isClientOwn(capture)) return 'client';
  const isExchanged = capture.tokenAnswer !== undefined;
  if (!isExchanged && capture.params.some(([param, value]) => param === 'response' && value !== '')) return 'jarm';
  if (!isExchanged && capture.params.some(([param]) => param === 'code')) return 'code';
  const responseType = capture.request?.responseType ?? profile?.responseType;
  if (name === 'refresh_token') {
    return responseType && !brings(responseType, 'code') ? 'implicit' : 'answer';
  }
  if (responseType && !bringsToken(responseType, name, profile)) return 'flow';
  const scopes = capture.scope?.split(' ') ?? capture.request?.scopes ?? profile?.scopes;
  if (name === 'id_token' && scopes && !scopes.includes('openid')) return 'openid';
  return capture.request ? 'answer' : 'unknown';
}

/** Cognito’s `token` brings both tokens; elsewhere each is asked for by its own word. A code brings both. */
function bringsToken(responseType: string, name: 'id_token' | 'access_token', profile: Profile | undefined): boolean {
  if (brings(responseType, 'code')) return true;
  if (name === 'access_token') return brings(responseType, 'token');
  return brings(responseType, 'id_token') || (profile?.provider === 'cognito' && brings(responseType, 'token'));
}
