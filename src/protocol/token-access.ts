import { findEndpoint } from './endpoints.ts';
import type { Capture, Profile } from './records.ts';
import { parseUrl } from './url.ts';

type Provider = Pick<Profile, 'provider'>;

/**
 * Whether an endpoint lets anybody read its answers, so that it is called without access to its host: Amazon Cognito sends
 * `Access-Control-Allow-Origin: *` from token, revoke and userInfo. Of other providers it is not known beforehand.
 */
export function isReadableByAll({ provider }: Provider, endpoint: string): boolean {
  return provider === 'cognito' || parseUrl(endpoint)?.hostname.endsWith('.amazoncognito.com') === true;
}

/**
 * Where the tokens of a profile come from, if its answers may be kept from us: a code or a refresh token that was spent for
 * an answer that nobody can read is lost. Undefined where no token endpoint is called.
 */
export function guardedTokenEndpoint(
  profile: Provider & Pick<Profile, 'endpoints' | 'issuer' | 'metadata' | 'responseType'>,
): string | undefined {
  const { responseType } = profile;
  const isCalled = responseType === '' || responseType.split(' ').includes('code');
  const endpoint = isCalled ? findEndpoint(profile, 'token') : undefined;
  return endpoint === undefined || isReadableByAll(profile, endpoint) ? undefined : endpoint;
}

/** Whether the endpoint has answered a call for this capture so that it could be read without access to its host. */
export function hasAnsweredReadably({ tokenCalls, tokenAnswer }: Capture, endpoint: string): boolean {
  const isOfHost = tokenAnswer?.endpoint === undefined || isSameOrigin(tokenAnswer.endpoint, endpoint);
  return isOfHost && tokenCalls.some(({ hadAccess }) => !hadAccess);
}

/** Whether the tokens of a capture came from elsewhere: what is to be sent along with them goes to no other server. */
export function cameFromElsewhere({ tokenAnswer }: Capture, endpoint: string): boolean {
  return tokenAnswer?.endpoint !== undefined && !isSameOrigin(tokenAnswer.endpoint, endpoint);
}

function isSameOrigin(one: string, other: string): boolean {
  return originOf(one) === originOf(other);
}

/** Scheme, host and port of an endpoint. */
export function originOf(endpoint: string): string {
  return parseUrl(endpoint)?.origin ?? endpoint;
}

/** Why a call is held back whose answer may be kept from us. */
export function noAccessWords(endpoint: string): string {
  return `Access to ${accessHost(endpoint)} is not allowed yet, so the answer might not be readable.`;
}

/** The host of an endpoint as the browser names access to it, without its port. */
export function accessHost(endpoint: string): string {
  return parseUrl(endpoint)?.hostname ?? endpoint;
}
