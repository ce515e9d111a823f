import type { TokenName } from '../protocol/records.ts';

/** The names as they stand at the start of a sentence. */
export const tokenLabels: Record<TokenName, string> = {
  id_token: 'ID token',
  access_token: 'Access token',
  refresh_token: 'Refresh token',
};

/** And inside one. */
export const tokenNouns: Record<TokenName, string> = {
  id_token: 'ID token',
  access_token: 'access token',
  refresh_token: 'refresh token',
};

/** The environment variable that holds a token: ACCESS_TOKEN. */
export function envName(name: TokenName): string {
  return name.toUpperCase();
}

/** A mark stands where an export took something out. */
const mark = '‹';

/** Why a token of an imported capture is none any more; undefined of one that is whole. */
export function whyCut(token: string): string | undefined {
  if (!token.includes(mark)) return undefined;
  const isSigned = token.slice(0, token.indexOf(mark)).split('.').length === 3;
  return isSigned ? 'Its signature was cut when it was exported.' : 'It was taken out when the capture was exported.';
}
