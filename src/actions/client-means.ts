import type { Discovered } from '../protocol/discovery.ts';
import type { Profile } from '../protocol/records.ts';
import { isCallable, parseUrl } from '../protocol/url.ts';
import type { ClientMeans } from './token-request.ts';

/** What is known of a profile besides itself. */
export type MeansWorld = {
  discovered: (profile: Profile) => Promise<Discovered | undefined>;
  /** The client secret, while it is in memory. */
  clientSecret: (profileId: string) => Promise<string | undefined>;
  /** Whether the client secret lies encrypted on disk. */
  isSecretKept: (profileId: string) => Promise<boolean>;
};

type Endpoint = 'token' | 'revocation' | 'userinfo';
type Found = { ok: true; means: ClientMeans } | { ok: false; reason: string };

/**
 * With what the client of a profile asks its token or revocation endpoint: the one in the profile, else the one that its
 * issuer's metadata names. Or why it cannot ask.
 */
export async function findClientMeans(
  profile: Profile | undefined,
  kind: 'token' | 'revocation',
  world: MeansWorld,
): Promise<Found> {
  if (!profile) return { ok: false, reason: 'The profile of this login is not there any more.' };
  const { id, clientId, clientAuth } = profile;
  const endpoint = await findMeansEndpoint(profile, kind, world);
  if (!endpoint) {
    return { ok: false, reason: `The profile has no ${kind} endpoint. Enter it in the profile.` };
  }
  if (!isCallable(endpoint)) {
    const reason = `The ${kind} endpoint is neither https nor on this computer. Correct it in the profile.`;
    return { ok: false, reason };
  }
  if (clientId === '') return { ok: false, reason: 'The profile names no client id. Enter it in the profile.' };
  const issuer = profile.issuer || (parseUrl(endpoint)?.origin ?? endpoint);
  const means = { endpoint, issuer, clientId, clientAuth, secret: '' };
  if (clientAuth === 'none') return { ok: true, means };
  const secret = await world.clientSecret(id);
  if (secret) return { ok: true, means: { ...means, secret } };
  return { ok: false, reason: (await world.isSecretKept(id)) ? lockedSecret : noSecret };
}

export const noSecret = 'The client secret is not in memory. Enter it in the profile.';
export const lockedSecret = 'The client secret is locked. Unlock it with its passphrase in the profile.';

/** The endpoint that a profile names, else the one in the metadata of its issuer, which is asked where it is not kept. */
export async function findMeansEndpoint(
  profile: Profile,
  kind: Endpoint,
  { discovered }: Pick<MeansWorld, 'discovered'>,
): Promise<string | undefined> {
  if (profile.endpoints[kind]) return profile.endpoints[kind];
  const found = await discovered(profile);
  return found?.ok ? found.endpoints[kind] : undefined;
}
