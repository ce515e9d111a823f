import type { Profile, Verdict } from '../../protocol/records.ts';
import { parseUrl } from '../../protocol/url.ts';
import { isDevelopment, isLocalHttp } from '../development.ts';
import type { Known } from '../known.ts';
import { type About, failed, passed } from '../verdict.ts';

/**
 * Whether the access token travelled over https, and to the endpoint that the issuer names (OpenID Connect Core section
 * 5.3.1). It is sent in the header alone, so the address is all there is to judge.
 */
export function judgeTransport(
  { profile, discovered }: Pick<Known, 'profile' | 'discovered'>,
  about: About,
): Verdict[] {
  const named = discovered?.ok ? discovered.endpoints.userinfo : undefined;
  const endpoint = profile?.endpoints.userinfo || named;
  if (profile === undefined || endpoint === undefined) return [];
  const open = { expected: 'an https address', actual: endpoint };
  const isOpen = parseUrl(endpoint)?.protocol !== 'https:';
  const isTolerated = isOpen && isLocalHttp(endpoint) && isDevelopment(profile);
  if (isOpen && !isTolerated) return [failed('userinfo_transport', open, about)];
  if (named !== undefined && !isSame(named, endpoint)) {
    return [failed('userinfo_transport', { expected: named, actual: endpoint, ...ofPool(profile) }, about)];
  }
  if (isTolerated) return [failed('userinfo_transport', { ...open, severity: 'warning' }, about)];
  return [passed('userinfo_transport', about)];
}

function isSame(one: string, other: string): boolean {
  return one === other || (parseUrl(one)?.href ?? one) === parseUrl(other)?.href;
}

/** A user pool may have two domains, of which its metadata names one. */
function ofPool({ provider }: Profile): { reason?: string; severity?: 'warning' } {
  if (provider !== 'cognito') return {};
  const reason = 'The user pool’s metadata names another domain. Make sure that both are its own.';
  return { reason, severity: 'warning' };
}
