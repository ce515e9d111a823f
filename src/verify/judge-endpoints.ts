import type { Discovered, Endpoints } from '../protocol/discovery.ts';
import type { Profile, Verdict } from '../protocol/records.ts';
import { parseUrl } from '../protocol/url.ts';
import { isDevelopment, isLocalHttp } from './development.ts';
import { failed, passed } from './verdict.ts';

const wireNames: [keyof Endpoints, string][] = [
  ['jwks', 'jwks_uri'],
  ['token', 'token_endpoint'],
  ['userinfo', 'userinfo_endpoint'],
  ['authorization', 'authorization_endpoint'],
];

/**
 * The verdict of `discovery_endpoints`: what carries keys and tokens is https, and the keys lie on the issuer's host.
 * Plain http on this machine is a warning in a development profile, and so are keys on another host.
 */
export function judgeEndpoints(profile: Profile, issuer: string, { endpoints }: Discovered & { ok: true }): Verdict {
  const named = wireNames.flatMap(([key, name]) => {
    const address = endpoints[key];
    return address === undefined || isHttps(address) ? [] : [{ name, address }];
  });
  const isAllowed = ({ address }: { address: string }) => isDevelopment(profile) && isLocalHttp(address);
  const open = named.find((endpoint) => !isAllowed(endpoint));
  if (open) return failed('discovery_endpoints', { expected: 'https', actual: shownEndpoint(open) });
  const [local] = named;
  if (local)
    return failed('discovery_endpoints', { expected: 'https', actual: shownEndpoint(local), severity: 'warning' });
  return keysElsewhere(issuer, endpoints) ?? withoutDomain(profile, issuer, endpoints) ?? passed('discovery_endpoints');
}

function keysElsewhere(issuer: string, { jwks }: Endpoints): Verdict | undefined {
  const host = hostOf(issuer);
  const other = jwks === undefined ? host : hostOf(jwks);
  if (host === other) return undefined;
  return failed('discovery_endpoints', { expected: `jwks_uri on ${host}`, actual: `${other}`, severity: 'warning' });
}

/** The metadata of a user pool without a domain names endpoints below its issuer, where nothing answers. */
function withoutDomain({ provider }: Profile, issuer: string, { authorization }: Endpoints): Verdict | undefined {
  if (provider !== 'cognito' || !authorization?.startsWith(`${issuer}/`)) return undefined;
  return failed('discovery_endpoints', {
    expected: 'endpoints on the domain of the user pool',
    actual: authorization,
    reason: 'This user pool has no domain, so there is no sign-in page. Add one under Branding › Domain.',
    severity: 'info',
  });
}

function isHttps(address: string): boolean {
  return parseUrl(address)?.protocol === 'https:';
}

function hostOf(address: string): string | undefined {
  return parseUrl(address)?.hostname;
}

function shownEndpoint({ name, address }: { name: string; address: string }): string {
  return `${name} ${address === '' ? 'empty' : address}`;
}
