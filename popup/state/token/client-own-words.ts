import type { Capture } from '../../../src/protocol/records.ts';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** What it means that a token is the client's own, as far as the answer holds to it. */
export function clientOwnWords({ tokens }: Pick<Capture, 'tokens'>): string {
  const start = 'Client credentials (RFC 6749 section 4.4): no user signed in.';
  const lacks = [
    tokens.id_token === undefined && 'no ID token',
    tokens.refresh_token === undefined && 'no refresh token',
    'no userInfo',
  ].filter((part) => part !== false);
  const extra = [
    tokens.id_token !== undefined && 'an ID token',
    tokens.refresh_token !== undefined && 'a refresh token',
  ].filter((part) => part !== false);
  const brought = extra.length === 0 ? '' : ` Yet the answer brought ${list.format(extra)}: tell the provider.`;
  return `${start} Hence there is ${list.format(lacks)}.${brought}`;
}
