import type { Profile } from '../protocol/records.ts';
import { isSecretName, isTokenLike } from '../protocol/secret-names.ts';
import { withoutSecrets } from './profile-share-secrets.ts';

/** A profile as others may have it, and the names of what it lost on the way: `client_secret`, `api_key in apiBaseUrl`. */
export type Shared = { profile: Profile; leftOut: string[] };

/** A member that is nested deeper is not shared: a record of ours has three levels, and storage takes no endless ones. */
const deepest = 16;

/**
 * A profile without secrets, without what is fetched anew (`metadata`) and without what one person trusted for
 * themselves (`trustedOnFirstUse`). Members that this version does not know stay, unless they are named or read like secrets.
 */
export function shareProfile(profile: Profile): Shared {
  const { metadata: _fetched, trustedOnFirstUse: _trusted, extraParams, ...rest } = profile;
  const leftOut: string[] = [];
  const params = extraParams.flatMap(([name, value]) => {
    if (!isSecretName(name) && !isTokenLike(value)) return [[name, scrubText(value, name, leftOut)]];
    leftOut.push(name);
    return [];
  });
  // the members that the record must have stay, and only texts in them change: it is a profile still
  const shared = { ...blank, ...scrubMembers(rest, '', leftOut), extraParams: params };
  return { profile: shared as Profile, leftOut: [...new Set(leftOut)] };
}

/** What stands where somebody has put a token into a member that the record must have. */
const blank = { name: 'left out', clientId: 'left out', callback: 'left out' };

function scrubMembers(value: object, path: string, leftOut: string[]): Record<string, unknown> {
  const kept = Object.entries(value).flatMap(([name, member]) => {
    const at = path === '' ? name : `${path}.${name}`;
    const isSecret = (at !== 'endpoints.token' && isSecretName(name)) || isToken(member);
    // without its endpoints it would be no profile: of them what is too deep goes by itself
    const isTooDeep = at !== 'endpoints' && isDeeperThan(deepest, member);
    if (!isSecret && !isTooDeep) return [[name, scrub(member, at, leftOut)] as const];
    leftOut.push(at);
    return [];
  });
  return Object.fromEntries(kept);
}

function scrub(value: unknown, path: string, leftOut: string[]): unknown {
  if (typeof value === 'string') return scrubText(value, path, leftOut);
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) return scrubMembers(value, path, leftOut);
  const kept = value.filter((one) => !isToken(one));
  if (kept.length < value.length) leftOut.push(path);
  return kept.map((one) => scrub(one, path, leftOut));
}

function scrubText(text: string, path: string, leftOut: string[]): string {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) return text;
  const { address, dropped } = withoutSecrets(text);
  leftOut.push(...dropped.map((name) => `${name} in ${path}`));
  return address;
}

function isToken(value: unknown): boolean {
  return typeof value === 'string' && isTokenLike(value);
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeperThan(levels - 1, member));
}
