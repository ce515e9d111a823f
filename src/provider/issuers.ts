import type { Profile } from '../protocol/records.ts';

const poolIssuerForm = /^https:\/\/(?:issuer-)?cognito-idp\.([a-z0-9-]+)\.amazonaws\.com\/([\w-]+)$/;

/**
 * The issuers that a token of this profile may name: the configured one. A Cognito user pool has two hosts, an original
 * and an updated one, and its tokens may name the one while its metadata still names the other.
 */
export function issuersOf({ provider, issuer }: Pick<Profile, 'provider' | 'issuer'>): string[] {
  if (!issuer) return [];
  const [, region, pool] = (provider === 'cognito' && poolIssuerForm.exec(issuer)) || [];
  if (!region || !pool) return [issuer];
  const hosts = ['cognito-idp', 'issuer-cognito-idp'].map((host) => `https://${host}.${region}.amazonaws.com/${pool}`);
  return [issuer, ...hosts.filter((other) => other !== issuer)];
}
