import type { Draft } from './profile-draft.ts';
import { bringsToken, clientAlone } from './profile-flows.ts';

type Chosen = Pick<Draft, 'responseType' | 'responseMode' | 'clientAuth'>;

/**
 * What choosing a flow changes: tokens may not come in the query (OAuth 2.0 Multiple Response Types section 5), and a
 * client that gets tokens for itself shows a secret (RFC 6749 section 4.4).
 */
export function chooseFlow({ responseMode, clientAuth }: Draft, responseType: string): Chosen {
  return {
    responseType,
    responseMode: responseMode === 'query' && bringsToken(responseType) ? '' : responseMode,
    clientAuth: responseType === clientAlone && clientAuth === 'none' ? 'client_secret_basic' : clientAuth,
  };
}
