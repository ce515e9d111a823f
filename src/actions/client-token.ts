import { encodeBase64url } from '../protocol/base64url.ts';
import { answeredClient } from '../protocol/login-client.ts';
import type { Capture } from '../protocol/records.ts';
import { findClientMeans } from './client-means.ts';
import { findAccess } from './host-access.ts';
import { resourcesOf } from './resources.ts';
import { withTokenOutcome } from './token-outcome.ts';
import { buildTokenRequest } from './token-request.ts';
import { type TokenWorld, tokenCallOf, tokenLimits, withCapture } from './token-world.ts';

type Outcome = { ok: true; captureId: string } | { ok: false; reason: string };

/**
 * Gets an access token for the client of a profile itself, with the profile's scopes (RFC 6749 section 4.4). There is no
 * user, so the capture holds no request and no ID token. It is stored before the call is sent, and tells what came of it.
 */
export async function requestClientToken(
  profileId: string,
  world: TokenWorld,
  { isPrivate = false }: { isPrivate?: boolean } = {},
): Promise<Outcome> {
  const profile = (await world.profiles()).find(({ id }) => id === profileId);
  if (!profile) return { ok: false, reason: 'This profile is not there any more.' };
  if (profile.clientAuth === 'none') return { ok: false, reason: noAuthentication };
  const found = await findClientMeans(profile, 'token', world);
  if (!found.ok) return found;
  const { endpoint } = found.means;
  const access = await findAccess({ endpoint, profile, next: 'ask for the token again' }, world);
  if (!access.ok) return access;
  const { hadAccess } = access;
  const { address, body, headers, secrets } = await buildTokenRequest(found.means, 'client_credentials', [
    ...(profile.scopes.length > 0 ? [['scope', profile.scopes.join(' ')] as const] : []),
    ...resourcesOf(profile),
  ]);
  const capture = { ...newCapture(profileId, world.now()), client: answeredClient(profile) };
  const side = isPrivate ? 'privateCaptures' : 'captures';
  await world.asOurs(tokenCallOf(capture.id), async () => {
    await world.change((records) => ({ ...records, [side]: [capture, ...records[side]] }));
    const fetched = await world.post(address, body, headers, tokenLimits);
    const call = { grant: 'client_credentials', fetched, at: world.now(), secrets, endpoint, hadAccess } as const;
    await world.change((records) => withCapture(records, capture.id, (current) => withTokenOutcome(current, call)));
  });
  await world.judge(capture.id);
  return { ok: true, captureId: capture.id };
}

const noAuthentication =
  'Only a client with a secret gets tokens for itself. Choose in the profile how it authenticates, and enter the secret.';

function newCapture(profileId: string, now: number): Capture {
  return {
    id: encodeBase64url(crypto.getRandomValues(new Uint8Array(20))),
    profileId,
    capturedAt: now,
    startedHere: true,
    source: 'token_endpoint',
    callback: '',
    frame: 'main',
    params: [],
    tokens: {},
    tokenCall: { grant: 'client_credentials', sentAt: now },
    verdicts: [],
    tokenCalls: [],
    replays: [],
    events: [],
  };
}
