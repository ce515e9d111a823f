import type { Profile } from '../protocol/records.ts';
import { isLoopback, parseUrl } from '../protocol/url.ts';
import { cognitoEndpoints, findPoolRegion, poolIssuer } from './cognito.ts';

/** An issuer that a token names and a person may decide to trust; of Amazon Cognito with its user pool. */
export type Pin = { issuer: string; userPoolId?: string; region?: string };

/** The host of both issuers of a pool, the original and the updated one. */
const awsHost = /^(?:issuer-)?cognito-idp\.([a-z0-9-]+)\.amazonaws\.com$/;

/**
 * The issuer that a token names, if a profile that has none can be given it: an https URL; http on this computer where
 * the profile's own endpoints are that too. Of Amazon Cognito only a user pool, under the issuer that its key set has.
 */
export function findPinnable(profile: Profile, iss: string): Pin | undefined {
  const url = parseUrl(iss);
  if (profile.issuer || !url || /[?#\s]/.test(iss) || url.username || url.password) return undefined;
  const isLocal = url.protocol === 'http:' && isLoopback(url.hostname) && isOnLoopback(profile);
  if (url.protocol !== 'https:' && !isLocal) return undefined;
  if (profile.provider === 'oidc') return { issuer: iss };
  const userPoolId = url.pathname.slice(1);
  const region = findPoolRegion(userPoolId);
  if (region === undefined || !isOwnPool(profile, userPoolId, region)) return undefined;
  if (isLocal) return { issuer: iss, userPoolId, region };
  const isOfAws = awsHost.exec(url.host)?.[1] === region && iss === url.href;
  return isOfAws ? { issuer: poolIssuer(region, userPoolId), userPoolId, region } : undefined;
}

/** The profile with an issuer taken from a token. `at`: when that token came, in milliseconds. */
export function pinned(profile: Profile, { issuer, userPoolId, region }: Pin, at: number): Profile {
  const { jwks } = cognitoEndpoints('', issuer);
  const isPool = userPoolId !== undefined && region !== undefined && jwks !== undefined;
  return {
    ...profile,
    issuer,
    ...(isPool && { endpoints: { ...profile.endpoints, jwks } }),
    ...(isPool && profile.cognito && { cognito: { ...profile.cognito, userPoolId, region } }),
    trustedOnFirstUse: { issuer, at },
  };
}

/** Whether the login itself runs on this computer, without encryption: a provider under development. */
function isOnLoopback({ cognito, endpoints }: Profile): boolean {
  const url = parseUrl(cognito?.domain ?? endpoints.authorization);
  return url?.protocol === 'http:' && isLoopback(url.hostname);
}

/** Whether nothing that the profile says of its pool speaks against this one. */
function isOwnPool({ cognito }: Profile, userPoolId: string, region: string): boolean {
  return (cognito?.userPoolId ?? userPoolId) === userPoolId && (cognito?.region ?? region) === region;
}
