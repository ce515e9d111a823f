import * as v from 'valibot';
import { type Profile, profileSchema } from '../../../src/protocol/records.ts';
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

/** Whether a request that left the browser bears the marks of the extension's own. */
export function isOfExtension(headers: Passed['headers'], origin: string): boolean {
  if (headers.origin !== undefined) return headers.origin === origin;
  if (headers['sec-fetch-mode'] !== 'cors' || headers['sec-fetch-dest'] !== 'empty') return false;
  if (origin.startsWith('chrome-extension:')) return headers['sec-fetch-site'] === 'none';
  return headers['sec-fetch-site'] === 'same-origin' && headers.referer === undefined;
}

type Named = [issuer: string, document: Record<string, unknown>];

/** What a request is for, of the rows of docs/privacy.md. */
export type CallPurpose = 'metadata' | 'keys' | 'userinfo' | 'token' | 'revocation';
type Stored = readonly [key: string, value: unknown][];

/** The calls that no profile accounts for: another host, or another address or method than its purpose has. */
export function unaccounted(calls: readonly Call[], stored: Stored): Call[] {
  const purposeOf = purposesIn(stored);
  return calls.filter((call) => purposeOf(call) === undefined);
}

/** Says what a call is for, by the profiles there were and by what their own issuers said; undefined: nothing of theirs. */
export function purposesIn(stored: Stored): (call: Call) => CallPurpose | undefined {
  const of = (wanted: string) =>
    stored.flatMap(([key, value]) => (key === wanted && Array.isArray(value) ? value : []));
  // a test may have stored what is no profile, and what is no document
  const profiles = of('profiles').filter((one): one is Profile => v.is(profileSchema, one));
  const fetched = of('documents').filter(isDocument).map(documentOf);
  const purposes = new Map(profiles.flatMap((profile) => purposesOf(profile, fetched)));
  return ({ method, address }) =>
    method === 'OPTIONS'
      ? (purposes.get(`GET ${address}`) ?? purposes.get(`POST ${address}`))
      : purposes.get(`${method} ${address}`);
}

type StoredDocument = { key: string; value?: { document?: Record<string, unknown> } };

const isDocument = (one: Partial<StoredDocument> | null): one is StoredDocument => typeof one?.key === 'string';

/** The metadata that an issuer gave of itself. */
function documentOf({ key, value }: StoredDocument): Named {
  return [key.replace(/^metadata /, ''), value?.document ?? {}];
}

/** What a profile names itself, and what its own issuer names where it does not. */
function purposesOf({ issuer, endpoints, metadata }: Profile, fetched: readonly Named[]): [string, CallPurpose][] {
  const own = fetched.filter(([of]) => of === issuer).map(([, document]) => document);
  const named = [metadata?.document ?? {}, ...own];
  const all = (name: string) => named.map((document) => document[name]);
  const wellKnown = (name: string) => `${issuer}/.well-known/${name}`;
  return [
    ...listed('GET', 'metadata', [wellKnown('openid-configuration')]),
    ...listed('GET', 'keys', [endpoints.jwks, ...all('jwks_uri'), wellKnown('jwks.json')]),
    ...listed('GET', 'userinfo', [endpoints.userinfo]),
    ...listed('POST', 'token', [endpoints.token, ...all('token_endpoint')]),
    ...listed('POST', 'revocation', [endpoints.revocation, ...all('revocation_endpoint')]),
  ];
}

function listed(method: string, purpose: CallPurpose, addresses: readonly unknown[]): [string, CallPurpose][] {
  return addresses
    .filter((one) => typeof one === 'string' && URL.canParse(one))
    .map((one) => [`${method} ${withoutQuery(String(one))}`, purpose]);
}

function withoutQuery(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}
