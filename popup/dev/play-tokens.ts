import type { Answers, Message } from '../../src/messages.ts';
import type { Capture, Fresh } from '../../src/protocol/records.ts';
import type { Stores } from '../../src/store/stores.ts';
import { mint } from './mint.ts';
import { accessClaims, capture, idClaims } from './sample.ts';

type Played = Message & {
  type: 'refresh' | 'clientToken' | 'revoke' | 'signOut' | 'freshToken' | 'copied' | 'unlockSecret';
};

/** Plays what the worker does about tokens, for the plain page. Undefined for every other message. */
export async function playTokens(
  stores: Stores,
  message: Message,
  now: number,
): Promise<Answers[Played['type']] | undefined> {
  const change = (id: string, changed: (one: Capture) => Capture) =>
    stores.captures.update((all) => all.map((one) => (one.id === id ? changed(one) : one)));
  switch (message.type) {
    case 'refresh':
      await change(message.captureId, (one) => refreshed(one, now));
      return { ok: true };
    case 'clientToken':
      await stores.captures.update((all) => [{ ...clientOwn(now), profileId: message.profileId }, ...all]);
      return { ok: true, captureId: `client-${now}` };
    case 'revoke':
      await change(message.captureId, (one) => ({
        ...one,
        revocation: { token: message.token, at: now, status: 200 },
        ...(message.token === 'refresh_token'
          ? { deadRefreshToken: { at: now, why: 'revoked' as const } }
          : { deadAccessToken: { at: now } }),
      }));
      return { ok: true };
    case 'signOut':
      return { ok: true };
    case 'freshToken': {
      const found = (await stores.captures.get()).find(({ tokens }) => tokens.access_token !== undefined);
      const asked = {
        profileId: message.profileId,
        askedAt: now,
        ...(message.isPrivate && { isPrivate: true as const }),
      };
      const fresh: Fresh = found
        ? { ...asked, step: 'ready', way: 'still_good', captureId: found.id }
        : { ...asked, step: 'failed', reason: 'This page has no worker that could sign in.' };
      await stores.fresh.set(fresh);
      return { ok: true };
    }
    case 'copied':
      if (message.isFresh) await stores.fresh.update((fresh) => fresh && { ...fresh, step: 'copied' });
      return { ok: true };
    case 'unlockSecret':
      if (message.passphrase === '') return { ok: false, reason: 'Enter the passphrase.' };
      await stores.clientSecrets.update((all) => ({ ...all, [message.profileId]: 'sample' }));
      return { ok: true };
    default:
      return undefined;
  }
}

function refreshed(one: Capture, now: number): Capture {
  const made = now / 1000;
  return {
    ...one,
    replaced: { tokens: one.tokens, at: now },
    tokens: { ...one.tokens, id_token: mint(idClaims(made)), access_token: mint(accessClaims(made)) },
    expiresAt: made + 3600,
    tokenCalls: [...one.tokenCalls, { grant: 'refresh_token', at: now, status: 200 }],
    events: [...one.events, { at: now, kind: 'refreshed' }],
  };
}

/** A token that a client got for itself. */
export function clientOwn(now: number): Capture {
  const { request: _, ...own } = capture({
    id: `client-${now}`,
    capturedAt: now,
    source: 'token_endpoint',
    callback: '',
    params: [],
    tokens: {
      access_token: mint({
        iss: idClaims().iss,
        sub: idClaims().aud,
        client_id: idClaims().aud,
        token_use: 'access',
        scope: 'orders/read',
        iat: now / 1000,
        exp: now / 1000 + 3600,
      }),
    },
    scope: 'orders/read',
    expiresAt: now / 1000 + 3600,
    verdicts: [
      { check: 'token_response', result: 'pass', from: 'token_endpoint' },
      { check: 'token_type', result: 'pass', token: 'access_token', from: 'token_endpoint' },
    ],
    tokenAnswer: {
      grant: 'client_credentials',
      at: now,
      status: 200,
      contentType: 'application/json',
      body: '{"access_token":"","expires_in":3600,"token_type":"Bearer","scope":"orders/read"}',
    },
    tokenCalls: [{ grant: 'client_credentials', at: now, status: 200 }],
    events: [{ at: now, kind: 'client_token' }],
  });
  return own;
}
