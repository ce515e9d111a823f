import type { Fetched } from '../protocol/fetched.ts';
import { importedWords, isImported } from '../protocol/imported.ts';
import { isOfOtherProvider, otherClientWords } from '../protocol/login-client.ts';
import type { Capture, Profile } from '../protocol/records.ts';
import { isPage, isRevocationDone } from '../protocol/revocation.ts';
import { isSample, nobodyToAsk } from '../protocol/sample.ts';
import { cameFromElsewhere } from '../protocol/token-access.ts';
import { movedWords, unansweredWords } from './call-words.ts';
import { findClientMeans, findMeansEndpoint } from './client-means.ts';
import { findAccess } from './host-access.ts';
import { readError } from './read-error.ts';
import { buildRevocationRequest } from './token-request.ts';
import { findCapture, type TokenWorld, tokenLimits, withCapture } from './token-world.ts';

type Name = 'access_token' | 'refresh_token';
type Revocation = NonNullable<Capture['revocation']>;
type Outcome = { ok: true } | { ok: false; reason: string };

/**
 * Has the provider end a token of a capture (RFC 7009 section 2.1). Until the answer is stored the record says that the
 * call was interrupted, which is what it is if this worker ends. What was revoked is of no use any more, whatever
 * comes of a later call.
 */
export async function revokeToken(captureId: string, name: Name, world: TokenWorld): Promise<Outcome> {
  const capture = findCapture(await world.records(), captureId);
  const token = capture?.tokens[name];
  const unheld = `This capture holds no ${wordsFor[name]} any more.`;
  if (!capture || !token) return { ok: false, reason: unheld };
  if (isSample(capture)) return { ok: false, reason: nobodyToAsk };
  if (isImported(capture)) return { ok: false, reason: importedWords };
  const profile = (await world.profiles()).find(({ id }) => id === capture.profileId);
  const found = await findClientMeans(profile, 'revocation', world);
  if (!found.ok) return found;
  if (!profile) return { ok: false, reason: unheld };
  if (isOfOtherProvider(capture, profile)) return { ok: false, reason: otherClientWords };
  const { endpoint } = found.means;
  if (await hasMoved(capture, profile, endpoint, world)) return { ok: false, reason: movedWords };
  const access = await findAccess({ endpoint, profile, capture, next: 'revoke it then' }, world);
  if (!access.ok) return access;
  const { address, body, headers, secrets } = await buildRevocationRequest(found.means, token, name);
  const sent: Revocation = { token: name, at: world.now(), kind: 'interrupted' };
  await world.change((records) => withCapture(records, captureId, (current) => ({ ...current, revocation: sent })));
  const fetched = await world.post(address, body, headers, tokenLimits);
  const revocation = revocationOf(name, fetched, world.now(), secrets);
  const ended = (current: Capture) => withRevocation(current, revocation, token, fetched);
  await world.change((records) => withCapture(records, captureId, ended));
  return outcomeOf(revocation);
}

/**
 * Whether the profile asks another server than the one that the tokens came from. A revocation endpoint may lie on another
 * host than the token endpoint, which is then still the same.
 */
async function hasMoved(capture: Capture, profile: Profile, endpoint: string, world: TokenWorld): Promise<boolean> {
  if (!cameFromElsewhere(capture, endpoint)) return false;
  const token = await findMeansEndpoint(profile, 'token', world);
  return token === undefined || cameFromElsewhere(capture, token);
}

const wordsFor = { access_token: 'access token', refresh_token: 'refresh token' };

function revocationOf(name: Name, fetched: Fetched, at: number, secrets: readonly string[]): Revocation {
  if (!fetched.ok) return { token: name, at, kind: fetched.kind };
  const { status, body } = fetched;
  const isUntold = isRevocationDone({ status }) && isPage(fetched.headers.get('content-type') ?? undefined);
  if (isUntold) return { token: name, at, status, kind: 'page' };
  return { token: name, at, status, ...(!isRevocationDone({ status }) && readError(body, secrets)) };
}

function withRevocation(capture: Capture, revocation: Revocation, token: string, fetched: Fetched): Capture {
  const { at, token: name } = revocation;
  const isRevoked = isRevocationDone(revocation);
  const detail = fetched.ok ? `${fetched.status}, ${fetched.durationMs} ms` : fetched.kind;
  const event = { at, kind: isRevoked ? 'revoked' : 'revoke_failed', detail };
  // a refresh may have brought another one meanwhile
  const isDead = isRevoked && capture.tokens[name] === token;
  return {
    ...capture,
    revocation,
    events: [...capture.events, event],
    ...(isDead && name === 'access_token' && { deadAccessToken: { at } }),
    ...(isDead && name === 'refresh_token' && { deadRefreshToken: { at, why: 'revoked' as const } }),
  };
}

function outcomeOf({ status, kind, error }: Revocation): Outcome {
  if (kind === 'page') return { ok: false, reason: pageWords };
  if (kind) return { ok: false, reason: `${unansweredWords[kind]} Try again.` };
  if (isRevocationDone({ status })) return { ok: true };
  const what = error === undefined ? `answered with status ${status}` : `refused: ${error.slice(0, 100)}`;
  return { ok: false, reason: `The provider ${what}. The token still counts.` };
}

const pageWords =
  'A web page answered in place of a revocation endpoint, so it is not known whether the token still counts. Correct the revocation endpoint in the profile, then revoke it again.';
