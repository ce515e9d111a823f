import type { Profile } from '../protocol/records.ts';
import { isLoopback, parseUrl } from '../protocol/url.ts';

/** `<prefix>.auth.<region>.amazoncognito.com`, or `auth-fips` in place of `auth`. */
const hostedDomain = /^([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)\.auth(?:-fips)?\.([a-z0-9-]+)\.amazoncognito\.com$/;
const regionForm = /^[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\d{1,2}$/;
const poolIdForm = /^([a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\d{1,2})_[0-9a-zA-Z]{1,40}$/;
const prefixForm = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export function isRegion(text: string): boolean {
  return regionForm.test(text);
}

/** The region that stands before the underscore of a pool id, or undefined when it is no pool id. */
export function findPoolRegion(userPoolId: string): string | undefined {
  return poolIdForm.exec(userPoolId)?.[1];
}

export function isDomainPrefix(text: string): boolean {
  return prefixForm.test(text);
}

/** The words that AWS keeps for itself: a domain prefix may not contain them. */
export function reservedWord(prefix: string): string | undefined {
  return ['aws', 'amazon', 'cognito'].find((word) => prefix.includes(word));
}

/** Prefix and region of a hosted domain, or undefined for a custom one. */
export function findHostedDomain(host: string): { prefix: string; region: string } | undefined {
  const match = hostedDomain.exec(host);
  return match?.[1] && match[2] ? { prefix: match[1], region: match[2] } : undefined;
}

export function hostedDomainOrigin(prefix: string, region: string): string {
  return `https://${prefix}.auth.${region}.amazoncognito.com`;
}

/** The issuer of a pool is always the AWS host, also when the pool has a custom domain. */
export function poolIssuer(region: string, userPoolId: string): string {
  return `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`;
}

/** The endpoints of a user pool domain. Its key set lies at the issuer, not on the domain. */
export function cognitoEndpoints(domainOrigin: string, issuer: string | undefined): Profile['endpoints'] {
  return {
    authorization: `${domainOrigin}/oauth2/authorize`,
    token: `${domainOrigin}/oauth2/token`,
    userinfo: `${domainOrigin}/oauth2/userInfo`,
    revocation: `${domainOrigin}/oauth2/revoke`,
    endSession: `${domainOrigin}/logout`,
    ...(issuer && { jwks: `${issuer}/.well-known/jwks.json` }),
  };
}

/**
 * The origin of a custom domain as a person types it: a bare host, an https origin, or an http origin on this machine
 * (with a port), as a local pool has it. Undefined when it is none of these or carries more than an origin.
 */
export function customDomainOrigin(typed: string): string | undefined {
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (!url || url.username || url.password || url.pathname !== '/' || url.search || url.hash) return undefined;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return isSafe && url.hostname !== '' ? url.origin : undefined;
}

/** Paths of the hosted pages that take the parameters of an authorize request. */
export const signInPaths = ['/oauth2/authorize', '/authorize', '/login', '/signup', '/forgotPassword', '/passkeys/add'];
