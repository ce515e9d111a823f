import type { Profile } from '../../src/protocol/records.ts';
import { hostPattern, parseUrl } from '../../src/protocol/url.ts';

/** A site of the provider that the browser can be asked to give access to. */
export type Site = { pattern: string; host: string; does: ('userinfo' | 'keys')[] };

/** The sites that calls of this profile go to, each once, with what is done there. */
export function findSites(profile: Profile): Site[] {
  const sites = new Map<string, Site>();
  const add = (address: string | undefined, what: Site['does'][number]) => {
    const pattern = address && hostPattern(address);
    const host = address && parseUrl(address)?.hostname;
    if (!pattern || !host) return;
    const site = sites.get(pattern) ?? { pattern, host, does: [] };
    if (!site.does.includes(what)) site.does.push(what);
    sites.set(pattern, site);
  };
  add(profile.endpoints.userinfo, 'userinfo');
  add(profile.issuer, 'keys');
  add(profile.endpoints.jwks, 'keys');
  return [...sites.values()];
}
