import { findEndpoint } from '../protocol/endpoints.ts';
import type { Profile } from '../protocol/records.ts';
import { isLoopback, isWebUrl, parseUrl } from '../protocol/url.ts';

/** `canAsk`: the metadata of the issuer may name it, and is not kept with the profile. */
export type SignOutAddress = { ok: true; url: string } | { ok: false; reason: string; canAsk?: true };

type More = { idToken?: string; state?: string };

/**
 * Where a provider ends its session: Cognito's /logout, whose logout_uri is compared as an exact string, else the
 * end_session_endpoint (OpenID Connect RP-Initiated Logout section 2). `idToken` becomes the id_token_hint where it goes by
 * https or stays on this computer, `state` goes along where the provider leads back to the profile's sign-out URL.
 */
export function signOutAddress(profile: Profile, more: More = {}): SignOutAddress {
  const endpoint = findEndpoint(profile, 'endSession');
  const url = parseUrl(endpoint ?? '');
  if (endpoint === undefined) return withoutEndpoint(profile);
  if (!url || !isWebUrl(url)) return { ok: false, reason: 'The sign-out endpoint of the profile is no web address.' };
  const { idToken, ...rest } = more;
  const told = mayCarryToken(url.href) && idToken !== undefined ? { ...rest, idToken } : rest;
  const sent = profile.provider === 'cognito' ? cognitoParams(profile) : oidcParams(profile, told);
  if (!sent) return { ok: false, reason: noLogoutUri };
  const query = sent.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  const address = url.href.replace(/#.*$/, '');
  return { ok: true, url: `${address}${address.includes('?') ? '&' : '?'}${query}` };
}

/** Whether an ID token may stand in an address: it goes by https, or stays on this computer. */
export function mayCarryToken(address: string): boolean {
  const url = parseUrl(address);
  return url?.protocol === 'https:' || (url !== undefined && isLoopback(url.hostname));
}

type Sent = [name: string, value: string][];

/** Without a logout_uri Cognito wants a redirect_uri and shows its login page anew. */
function cognitoParams({ clientId, logoutUri }: Profile): Sent | undefined {
  if (!logoutUri) return undefined;
  return [
    ['client_id', clientId],
    ['logout_uri', logoutUri],
  ];
}

function oidcParams({ clientId, logoutUri }: Profile, { idToken, state }: More): Sent {
  const sent: Sent = [['client_id', clientId]];
  if (idToken) sent.push(['id_token_hint', idToken]);
  if (logoutUri) sent.push(['post_logout_redirect_uri', logoutUri]);
  if (logoutUri && state) sent.push(['state', state]);
  return sent;
}

function withoutEndpoint({ provider, issuer, metadata, logoutUri }: Profile): SignOutAddress {
  const isCognito = provider === 'cognito';
  if (isCognito && !logoutUri) return { ok: false, reason: noLogoutUri };
  const canAsk = Boolean(issuer) && metadata?.document.issuer !== issuer;
  const why = isCognito ? poolDomain : canAsk ? notRead : issuer ? noneNamed : noIssuer;
  return { ok: false, reason: `The profile has no sign-out endpoint${why}`, ...(canAsk && { canAsk }) };
}

const poolDomain = '. Enter the pool’s domain in the profile: it is /logout there.';
const noIssuer = ', and no issuer that could name one. Enter either in the profile.';
const noneNamed = ', and its issuer names none (end_session_endpoint). End the session at the provider’s own pages.';
const notRead =
  ', and no metadata of its issuer was read that names one (end_session_endpoint). Have discovery fill in the profile, or end the session at the provider’s own pages.';

const noLogoutUri =
  'The profile has no sign-out URL. Register one in the Amazon Cognito console (App clients, Login pages, Allowed sign-out URLs), then enter exactly the same text in the profile.';

/** encodeURIComponent throws on a lone surrogate; it is sent as U+FFFD, as a form would. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
