import type { Profile, Verdict } from '../../protocol/records.ts';
import { parseUrl } from '../../protocol/url.ts';
import { isDevelopment, isLocalHttp } from '../development.ts';
import { type About, failed, passed } from '../verdict.ts';

/**
 * Whether the access token travelled over https (OpenID Connect Core section 5.3.1). It is sent in the header alone, so
 * the address is all there is to judge.
 */
export function judgeTransport(profile: Profile | undefined, about: About): Verdict[] {
  const endpoint = profile?.endpoints.userinfo;
  if (profile === undefined || endpoint === undefined) return [];
  const url = parseUrl(endpoint);
  if (url?.protocol === 'https:') return [passed('userinfo_transport', about)];
  const isTolerated = isLocalHttp(endpoint) && isDevelopment(profile);
  const severity = isTolerated ? ({ severity: 'warning' } as const) : {};
  return [failed('userinfo_transport', { expected: 'an https address', actual: endpoint, ...severity }, about)];
}
