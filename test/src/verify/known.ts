import type { Capture, Profile, Verdict } from '../../../src/protocol/records.ts';
import type { Known } from '../../../src/verify/known.ts';
import { makeKey, signToken, type Values } from '../../support/provider/signing.ts';
import { capture, now, profile } from '../../support/records.ts';

/** The one key of the issuer. */
export const key = makeKey('RSA', 'the-key');

export const issuer = 'https://op.example';
export const clientId = 'the-client';
export const seconds = now / 1000;
export const goodClaims: Values = {
  iss: issuer,
  sub: 'ada',
  aud: clientId,
  exp: seconds + 3600,
  iat: seconds - 5,
  nonce: 'the-nonce',
};

/** What a login started here sent. */
export function request(over: Partial<NonNullable<Capture['request']>> = {}): NonNullable<Capture['request']> {
  return {
    responseType: 'token',
    scopes: ['openid', 'email'],
    redirectUri: 'https://app.example/callback',
    state: 'the-state',
    nonce: 'the-nonce',
    ...over,
  };
}

type Over = Partial<Omit<Known, 'capture' | 'profile'>> & {
  capture?: Partial<Capture>;
  profile?: Partial<Profile> | undefined;
};

/** A login at an OpenID provider that was started here, with the issuer's keys at hand. */
export function known({ capture: held = {}, profile: own = {}, ...over }: Over = {}): Known {
  const one = profile({ provider: 'oidc', issuer, clientId, callback: 'https://app.example/callback', ...own });
  return {
    capture: capture({ callback: one.callback, tokens: {}, request: request(), ...held }),
    profile: one,
    profiles: [one],
    isStateSpent: false,
    discovered: undefined,
    keys: { ok: true, address: `${issuer}/keys`, fetchedAt: now, keys: [key.jwk], retired: [] },
    at: now,
    ...over,
  };
}

/** A token of the issuer: `claims` over the good ones, where undefined takes one away. */
export function signed(
  claims: Values = {},
  header: Values = {},
  alg: Parameters<typeof signToken>[0]['alg'] = 'RS256',
) {
  const whole = { ...goodClaims, ...claims };
  return signToken({ alg, header: { alg, kid: key.kid, ...header }, claims: whole, key, secret: 's' });
}

/** A token whose payload is this JSON text, which no value of JavaScript gives. Nobody signed it. */
export function withPayload(json: string, header: Values = { alg: 'RS256', kid: key.kid }): string {
  const part = (text: string) => Buffer.from(text).toString('base64url');
  return `${part(JSON.stringify(header))}.${part(json)}.${part('not a signature')}`;
}

/** The ids of the checks with this result. */
export function idsOf(verdicts: readonly Verdict[], result: Verdict['result']): string[] {
  return verdicts.filter((verdict) => verdict.result === result).map(({ check }) => check);
}

export function about(verdicts: readonly Verdict[], check: string): Verdict | undefined {
  return verdicts.find((verdict) => verdict.check === check);
}
