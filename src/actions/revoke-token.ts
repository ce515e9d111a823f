import type { Fetched } from '../protocol/fetched.ts';
import type { Capture } from '../protocol/records.ts';
import { isRevocationDone } from '../protocol/revocation.ts';
import { unansweredWords } from './call-words.ts';
import { findClientMeans } from './client-means.ts';
import { readError } from './read-error.ts';
import { buildRevocationRequest } from './token-request.ts';
import { findCapture, type TokenWorld, tokenLimits, withCapture } from './token-world.ts';

type Name = 'access_token' | 'refresh_token';
type Revocation = NonNullable<Capture['revocation']>;
type Outcome = { ok: true } | { ok: false; reason: string };

/**
 * Has the provider end a token of a capture (RFC 7009 section 2.1). Until the answer is stored the record says that the
 * call was interrupted, which is what it is if this worker ends. A refresh token that was revoked is of no use any more.
 */
export async function revokeToken(captureId: string, name: Name, world: TokenWorld): Promise<Outcome> {
  const capture = findCapture(await world.records(), captureId);
  const token = capture?.tokens[name];
  if (!token) return { ok: false, reason: `This capture holds no ${wordsFor[name]} any more.` };
  const profile = (await world.profiles()).find(({ id }) => id === capture.profileId);
  const found = await findClientMeans(profile, 'revocation', world);
  if (!found.ok) return found;
  const { address, body, headers, secrets } = await buildRevocationRequest(found.means, token, name);
  const sent: Revocation = { token: name, at: world.now(), kind: 'interrupted' };
  await world.change((records) => withCapture(records, captureId, (current) => ({ ...current, revocation: sent })));
  const fetched = await world.post(address, body, headers, tokenLimits);
  const revocation = revocationOf(name, fetched, world.now(), secrets);
  const ended = (current: Capture) => withRevocation(current, revocation, token, fetched);
  await world.change((records) => withCapture(records, captureId, ended));
  return outcomeOf(revocation);
}

const wordsFor = { access_token: 'access token', refresh_token: 'refresh token' };

function revocationOf(name: Name, fetched: Fetched, at: number, secrets: readonly string[]): Revocation {
  if (!fetched.ok) return { token: name, at, kind: fetched.kind };
  const { status, body } = fetched;
  return { token: name, at, status, ...(!isRevocationDone({ status }) && readError(body, secrets)) };
}

function withRevocation(capture: Capture, revocation: Revocation, token: string, fetched: Fetched): Capture {
  const { at, token: name } = revocation;
  const isRevoked = isRevocationDone(revocation);
  const detail = fetched.ok ? `${fetched.status}, ${fetched.durationMs} ms` : fetched.kind;
  const event = { at, kind: isRevoked ? 'revoked' : 'revoke_failed', detail };
  // a refresh may have brought another one meanwhile
  const isDead = isRevoked && name === 'refresh_token' && capture.tokens.refresh_token === token;
  return {
    ...capture,
    revocation,
    events: [...capture.events, event],
    ...(isDead && { deadRefreshToken: { at, why: 'revoked' as const } }),
  };
}

function outcomeOf({ status, kind, error }: Revocation): Outcome {
  if (kind) return { ok: false, reason: `${unansweredWords[kind]} Try again.` };
  if (isRevocationDone({ status })) return { ok: true };
  const what = error === undefined ? `answered with status ${status}` : `refused: ${error.slice(0, 100)}`;
  return { ok: false, reason: `The provider ${what}. The token still counts.` };
}
