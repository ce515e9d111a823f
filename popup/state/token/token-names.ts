import type { TokenName } from '../../../src/protocol/records.ts';

/** A token within a sentence. */
export const tokenNoun: Record<TokenName, string> = {
  id_token: 'ID token',
  access_token: 'access token',
  refresh_token: 'refresh token',
};

/** A token at the start of one, and alone. */
export const tokenTitle: Record<TokenName, string> = {
  ...tokenNoun,
  access_token: 'Access token',
  refresh_token: 'Refresh token',
};
