import { isClientAlone } from '../../../src/protocol/needs.ts';
import { isLoopback, parseUrl } from '../../../src/protocol/url.ts';
import { type Draft, endpointNames, findDomainOrigin } from './profile-draft.ts';
import { bringsToken, findImplicitType } from './profile-flows.ts';
import { type ClientNote, findClientNotes } from './profile-lint-client.ts';
import { findOfferNotes, type OfferNote } from './profile-lint-offers.ts';
import { asString, asStrings } from './profile-metadata.ts';
import type { SecretState } from './profile-secret.ts';
import { sentValue } from './profile-sent.ts';
import { brings } from './response-type.ts';

/** What in a set-up will go wrong, or not as one may expect, before anything is sent. */
export type LintNote =
  | { id: 'id_token_alone' | 'token_alone' | 'no_openid_for_id_token' | 'no_domain'; tone: 'warn' }
  | { id: 'cognito_response_type'; tone: 'warn'; asked: string }
  | { id: 'cognito_offline_access'; tone: 'warn' }
  | { id: 'cognito_scopes'; tone: 'warn'; scopes: string[] }
  | { id: 'offline_access_ignored' | 'offline_access_missing' | 'no_userinfo'; tone: 'skip' }
  | { id: 'query_with_tokens'; tone: 'warn' }
  | { id: 'plain_http_callback'; tone: 'warn'; host: string }
  | { id: 'plain_http_here'; tone: 'skip'; hosts: string[] }
  | { id: 'keys_elsewhere'; tone: 'skip'; host: string }
  | { id: 'issuer_slash'; tone: 'warn'; other: string }
  | { id: 'callback_slash'; tone: 'skip'; callback: string; other: string }
  | ClientNote
  | OfferNote;

/** `secret`: where the client secret is; undefined while that is not known. */
export function findLint(draft: Draft, secret?: SecretState): LintNote[] {
  if (isClientAlone(draft)) return [...findClientNotes(draft, secret), ...issuerNotes(draft), ...addressNotes(draft)];
  return [
    ...flowNotes(draft),
    ...scopeNotes(draft),
    ...findClientNotes(draft, secret),
    ...requestNotes(draft),
    ...findOfferNotes(draft),
    ...issuerNotes(draft),
    ...addressNotes(draft),
    ...callbackNotes(draft.callback.trim()),
  ];
}

function flowNotes(draft: Draft): LintNote[] {
  const asked = sentValue(draft, 'response_type');
  const isKnown = ['token', 'code'].includes(asked);
  if (draft.provider === 'cognito') return isKnown ? [] : [{ id: 'cognito_response_type', tone: 'warn', asked }];
  const type = findImplicitType(asked);
  if (type === 'id_token') return [{ id: 'id_token_alone', tone: 'warn' }];
  return type === 'token' && draft.scopes.includes('openid') ? [{ id: 'token_alone', tone: 'warn' }] : [];
}

/** The scopes of every pool; others are those of its resource servers, which have a slash. */
const poolScopes = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'];

function scopeNotes(draft: Draft): LintNote[] {
  const { provider, scopes } = draft;
  const asked = sentValue(draft, 'response_type');
  const isRefreshable = scopes.includes('offline_access');
  if (provider === 'cognito') {
    const unknown = scopes.filter((one) => !poolScopes.includes(one) && !one.includes('/') && one !== 'offline_access');
    return [
      ...(isRefreshable ? [{ id: 'cognito_offline_access' as const, tone: 'warn' as const }] : []),
      ...(unknown.length > 0 ? [{ id: 'cognito_scopes' as const, tone: 'warn' as const, scopes: unknown }] : []),
    ];
  }
  if (!brings(asked, 'code')) return isRefreshable ? [{ id: 'offline_access_ignored', tone: 'skip' }] : [];
  return isRefreshable || !mayGiveOffline(draft) ? [] : [{ id: 'offline_access_missing', tone: 'skip' }];
}

/** A provider that lists its scopes without it gives refresh tokens in another way, or none. */
function mayGiveOffline(draft: Draft): boolean {
  return asStrings(draft, 'scopes_supported')?.includes('offline_access') ?? true;
}

/** Tokens in the query reach servers and their logs (OAuth 2.0 Multiple Response Types section 5). */
function requestNotes(draft: Draft): LintNote[] {
  const isOpen = sentValue(draft, 'response_mode') === 'query' && bringsToken(sentValue(draft, 'response_type'));
  return isOpen ? [{ id: 'query_with_tokens', tone: 'warn' }] : [];
}

function issuerNotes(draft: Draft): LintNote[] {
  const issuer = draft.issuer.trim();
  const other = slashPartner(draft, issuer);
  const { pathname } = parseUrl(asString(draft, 'authorization_endpoint') ?? '') ?? {};
  const hasNoDomain = draft.provider === 'cognito' && pathname !== undefined && pathname !== '/oauth2/authorize';
  return [
    ...(other === undefined ? [] : [{ id: 'issuer_slash' as const, tone: 'warn' as const, other }]),
    ...(hasNoDomain ? [{ id: 'no_domain' as const, tone: 'warn' as const }] : []),
  ];
}

/** The issuer as it was found before, or as Cognito writes it, where only the last slash tells them apart. */
function slashPartner({ provider, discovered }: Draft, issuer: string): string | undefined {
  const bare = issuer.replace(/\/$/, '');
  const isNamed = discovered !== undefined && discovered.issuer !== issuer;
  if (isNamed && discovered.issuer.replace(/\/$/, '') === bare) return discovered.issuer;
  return provider === 'cognito' && bare !== issuer ? bare : undefined;
}

function addressNotes(draft: Draft): LintNote[] {
  const isOidc = draft.provider === 'oidc';
  const endpoints = isOidc ? endpointNames.map((name) => draft.endpoints[name]) : [findDomainOrigin(draft) ?? ''];
  const addresses = [draft.issuer, ...endpoints].map((address) => parseUrl(address.trim()));
  const hosts = new Set(addresses.flatMap((url) => (isPlainHere(url) ? [url.host] : [])));
  const issuer = parseUrl(draft.issuer.trim());
  const keys = isOidc ? parseUrl(draft.endpoints.jwks.trim()) : undefined;
  const isElsewhere = issuer !== undefined && keys !== undefined && keys.host !== issuer.host;
  const hasNoUserinfo =
    isOidc && !isClientAlone(draft) && draft.endpoints.userinfo.trim() === '' && hasAccessToken(draft);
  return [
    ...(isElsewhere ? [{ id: 'keys_elsewhere' as const, tone: 'skip' as const, host: keys.host }] : []),
    ...(hosts.size > 0 ? [{ id: 'plain_http_here' as const, tone: 'skip' as const, hosts: [...hosts] }] : []),
    ...(hasNoUserinfo ? [{ id: 'no_userinfo' as const, tone: 'skip' as const }] : []),
  ];
}

function hasAccessToken(draft: Draft): boolean {
  const asked = sentValue(draft, 'response_type');
  return brings(asked, 'token') || brings(asked, 'code');
}

function isPlainHere(url: URL | undefined): url is URL {
  return url?.protocol === 'http:' && isLoopback(url.hostname);
}

/** A bare host and the same with a slash are one page to a browser, and two callbacks to a provider. */
function callbackNotes(callback: string): LintNote[] {
  const url = parseUrl(callback);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return [];
  const isPlain = url.protocol === 'http:' && !isLoopback(url.hostname);
  const hasSlash = callback.endsWith('/');
  const isOpen = url.search === '' && url.hash === '' && (hasSlash || url.pathname === '/');
  const other = hasSlash ? callback.slice(0, -1) : `${callback}/`;
  return [
    ...(isPlain ? [{ id: 'plain_http_callback' as const, tone: 'warn' as const, host: url.host }] : []),
    ...(isOpen ? [{ id: 'callback_slash' as const, tone: 'skip' as const, callback, other }] : []),
  ];
}
