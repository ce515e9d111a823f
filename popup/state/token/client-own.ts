import type { Capture } from '../../../src/protocol/records.ts';

/** Whether a capture holds a token that a client got for itself (client credentials, RFC 6749 section 4.4): no user. */
export function isClientOwn({ source, request, origin }: Pick<Capture, 'source' | 'request' | 'origin'>): boolean {
  return source === 'token_endpoint' && request === undefined && origin === undefined;
}
