import type { Profile } from './records.ts';
import { parseUrl } from './url.ts';

/** The one-time values of one login (RFC 6749 section 10.12, OpenID Connect Core section 3.2.2.1, RFC 7636 section 4.2). */
export type OneTime = { state: string; nonce: string; codeChallenge?: string };

/**
 * The parameters of an authorization request (RFC 6749 section 4.2.1), in the order in which they are sent.
 * A parameter that the person added replaces one of ours of the same name, except those that are used once.
 */
export function authorizeParams(profile: Profile, once: OneTime): [name: string, value: string][] {
  const own: [string, string][] = [
    ['response_type', profile.responseType],
    ['client_id', profile.clientId],
    ['redirect_uri', profile.callback],
  ];
  if (profile.scopes.length > 0) own.push(['scope', profile.scopes.join(' ')]);
  if (profile.responseMode) own.push(['response_mode', profile.responseMode]);
  const extra = profile.extraParams.filter(([name]) => name !== '' && !usedOnce.has(name));
  const replaced = new Set(extra.map(([name]) => name));
  const fresh: [string, string][] = [
    ['state', once.state],
    ['nonce', once.nonce],
  ];
  if (once.codeChallenge !== undefined) {
    fresh.push(['code_challenge', once.codeChallenge], ['code_challenge_method', 'S256']);
  }
  return [...own.filter(([name]) => !replaced.has(name)), ...fresh, ...extra];
}

const usedOnce = new Set(['state', 'nonce', 'code_challenge', 'code_challenge_method']);

/**
 * The exact address that a sign-in opens. Every value is percent-encoded once, a space as `%20`.
 * A query that the authorization endpoint has of its own is kept (RFC 6749 section 3.1).
 */
export function authorizeUrl(profile: Profile, once: OneTime): string {
  const base = parseUrl(profile.endpoints.authorization);
  const address = base ? base.href.replace(/#.*$/, '') : profile.endpoints.authorization;
  const query = authorizeParams(profile, once)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

/**
 * A profile whose requests carry this `prompt` and no other (OpenID Connect Core section 3.1.2.1): `none` has the provider
 * show no page, `login` has it ask who signs in.
 */
export function withPrompt(profile: Profile, prompt: 'none' | 'login'): Profile {
  const others = profile.extraParams.filter(([name]) => name !== 'prompt');
  return { ...profile, extraParams: [...others, ['prompt', prompt]] };
}

/** Whether a profile has a flow that goes through the browser. Without one it gets tokens for the client itself alone. */
export function hasBrowserFlow(profile: Profile): boolean {
  return (sentValue(profile, 'response_type') ?? '').trim() !== '';
}

/** Whether the flow of a profile brings an access token: at the callback, or for its code. */
export function bringsAccessToken(profile: Profile): boolean {
  return bringsTokenInFront(profile) || wantsCode(profile);
}

/** Whether the answer at the callback brings an access token itself. */
export function bringsTokenInFront(profile: Profile): boolean {
  return (sentValue(profile, 'response_type') ?? '').split(' ').includes('token');
}

/** What the request of a profile carries under a name: a parameter that the person added goes before our own. */
export function sentValue(profile: Profile, name: string): string | undefined {
  return authorizeParams(profile, { state: '', nonce: '' }).find((pair) => pair[0] === name)?.[1];
}

/** Whether the answer brings a code, so that PKCE is sent (RFC 7636). */
export function wantsCode(profile: Profile): boolean {
  return (sentValue(profile, 'response_type') ?? '').split(' ').includes('code');
}

/** Whether the answer is posted to the callback (OAuth 2.0 Form Post Response Mode). */
export function isFormPost(profile: Profile): boolean {
  return sentValue(profile, 'response_mode') === 'form_post';
}

/** encodeURIComponent throws on a lone surrogate; it is sent as U+FFFD, as a form would. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
