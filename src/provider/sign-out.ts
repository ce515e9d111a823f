import type { Profile } from '../protocol/records.ts';
import { isWebUrl, parseUrl } from '../protocol/url.ts';

export type SignOutAddress = { ok: true; url: string } | { ok: false; reason: string };

type More = { idToken?: string; state?: string };

/**
 * Where a provider ends its session: Cognito's /logout, whose logout_uri is compared as an exact string, else the
 * end_session_endpoint (OpenID Connect RP-Initiated Logout section 2). `idToken` becomes the id_token_hint, `state` goes
 * along where the provider leads back to the profile's sign-out URL.
 */
export function signOutAddress(profile: Profile, more: More = {}): SignOutAddress {
  const endpoint = endSessionOf(profile);
  const url = parseUrl(endpoint ?? '');
  if (endpoint === undefined) return { ok: false, reason: noEndpoint[profile.provider] };
  if (!url || !isWebUrl(url)) return { ok: false, reason: 'The sign-out endpoint of the profile is no web address.' };
  const sent = profile.provider === 'cognito' ? cognitoParams(profile) : oidcParams(profile, more);
  if (!sent) return { ok: false, reason: noLogoutUri };
  const query = sent.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  const address = url.href.replace(/#.*$/, '');
  return { ok: true, url: `${address}${address.includes('?') ? '&' : '?'}${query}` };
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

function endSessionOf({ endpoints, metadata }: Profile): string | undefined {
  const named = metadata?.document.end_session_endpoint;
  return endpoints.endSession || (typeof named === 'string' && named !== '' ? named : undefined);
}

const noEndpoint: Record<Profile['provider'], string> = {
  cognito: 'The profile has no sign-out endpoint. Enter the pool’s domain in the profile: it is /logout there.',
  oidc: 'The profile has no sign-out endpoint, and its issuer names none (end_session_endpoint). End the session at the provider’s own pages.',
};

const noLogoutUri =
  'The profile has no sign-out URL. Register one in the Amazon Cognito console (App clients, Login pages, Allowed sign-out URLs), then enter exactly the same text in the profile.';

/** encodeURIComponent throws on a lone surrogate; it is sent as U+FFFD, as a form would. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
