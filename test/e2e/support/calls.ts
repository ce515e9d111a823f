import type { Profile } from '../../../src/protocol/records.ts';
import type { Asked } from '../../../tools/browsers/driver.ts';
import type { Passed } from './recording-proxy.ts';

/** A request of the extension itself: without the query, which may hold what is nobody's business. */
export type Call = { method: string; address: string };

/**
 * What the extension called: what the browser says of it, and what left the browser with the marks of an extension's
 * request. Its origin is named where it has no access to the host; where it has, the request says that no site made it
 * (Chromium), or that the site itself did without naming a page (Firefox).
 */
export function callsOf(asked: readonly Asked[], passed: readonly Passed[], origin: string): Call[] {
  const left = new Set(passed.map(({ method, host, path }) => `${method} ${host}${path}`));
  const hasLeft = (method: string, { protocol, host, pathname }: URL) =>
    left.has(protocol === 'https:' ? `CONNECT ${host}` : `${method} ${host}${pathname}`);
  const seen = asked
    .filter(({ method, url, isRedirect }) => !isRedirect || hasLeft(method, new URL(url)))
    .map(({ method, url }) => ({ method, address: withoutQuery(url) }));
  const marked = passed
    .filter(({ headers }) => isOfExtension(headers, origin))
    .map(({ method, host, path }) => ({ method, address: `http://${host}${path}` }));
  return [...new Map([...seen, ...marked].map((call) => [`${call.method} ${call.address}`, call])).values()];
}

function isOfExtension(headers: Passed['headers'], origin: string): boolean {
  if (headers.origin !== undefined) return headers.origin === origin;
  if (headers['sec-fetch-mode'] !== 'cors' || headers['sec-fetch-dest'] !== 'empty') return false;
  if (origin.startsWith('chrome-extension:')) return headers['sec-fetch-site'] === 'none';
  return headers['sec-fetch-site'] === 'same-origin' && headers.referer === undefined;
}

/** The calls that no profile accounts for: another host, or another address or method than its purpose has. */
export function unaccounted(calls: readonly Call[], stored: readonly [key: string, value: unknown][]): Call[] {
  const profiles = stored.flatMap(([key, value]) => (key === 'profiles' ? ((value ?? []) as Profile[]) : [])); // as stored
  const named = new Map(
    stored.flatMap(([key, value]) => (key === 'documents' ? ((value ?? []) as StoredDocument[]) : [])).map(keySetOf),
  );
  const purposes = new Set(profiles.flatMap((profile) => purposesOf(profile, named)));
  const isAllowed = ({ method, address }: Call) =>
    method === 'OPTIONS'
      ? purposes.has(`GET ${address}`) || purposes.has(`POST ${address}`)
      : purposes.has(`${method} ${address}`);
  return calls.filter((call) => !isAllowed(call));
}

type StoredDocument = { key: string; value?: { document?: { jwks_uri?: unknown } } };

/** Where an issuer's own metadata say that its key set is. */
function keySetOf({ key, value }: StoredDocument): [issuer: string, address: unknown] {
  return [key.replace(/^metadata /, ''), value?.document?.jwks_uri];
}

function purposesOf({ issuer, endpoints, metadata }: Profile, named: ReadonlyMap<string, unknown>): string[] {
  const gets = [
    endpoints.userinfo,
    endpoints.jwks,
    metadata?.document.jwks_uri,
    ...(issuer === undefined
      ? []
      : [`${issuer}/.well-known/openid-configuration`, `${issuer}/.well-known/jwks.json`, named.get(issuer)]),
  ];
  const posts = [endpoints.token, endpoints.revocation];
  return [...listed('GET', gets), ...listed('POST', posts)];
}

function listed(method: string, addresses: readonly unknown[]): string[] {
  return addresses.flatMap((one) =>
    typeof one === 'string' && URL.canParse(one) ? [`${method} ${withoutQuery(one)}`] : [],
  );
}

function withoutQuery(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}
