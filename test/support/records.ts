import type { Capture, PendingLogin, Profile } from '../../src/protocol/records.ts';
import type { SessionRecords } from '../../src/store/session-records.ts';

/** The one frozen moment of the unit tests, in milliseconds: 2026-11-23T19:02:16Z. */
export const now = 1_795_460_536_000;

/** A complete profile of a Cognito pool; `over` changes what a test is about. */
export function profile(over: Partial<Profile> = {}): Profile {
  return {
    id: 'p1',
    name: 'demo',
    provider: 'cognito',
    issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE',
    endpoints: {
      authorization: 'https://demo.auth.us-east-1.amazoncognito.com/oauth2/authorize',
      userinfo: 'https://demo.auth.us-east-1.amazoncognito.com/oauth2/userInfo',
    },
    clientId: '1example23456789abcdefghij',
    clientAuth: 'none',
    callback: 'http://localhost:3000/callback',
    responseType: 'token',
    scopes: ['openid', 'email'],
    extraParams: [],
    intercept: false,
    watchRequests: false,
    ...over,
  };
}

export function login(over: Partial<PendingLogin> = {}): PendingLogin {
  return {
    state: 'the-state',
    nonce: 'the-nonce',
    verifier: 'the-verifier',
    profileId: 'p1',
    startedAt: now - 10_000,
    authorizeUrl: 'https://demo.auth.us-east-1.amazoncognito.com/oauth2/authorize',
    request: { responseType: 'token', scopes: ['openid', 'email'], redirectUri: 'http://localhost:3000/callback' },
    captureIds: [],
    ended: false,
    ...over,
  };
}

export function capture(over: Partial<Capture> = {}): Capture {
  return {
    id: 'c1',
    profileId: 'p1',
    capturedAt: now,
    startedHere: true,
    source: 'fragment',
    callback: 'http://localhost:3000/callback',
    frame: 'main',
    params: [
      ['id_token', ''],
      ['access_token', ''],
      ['state', 'the-state'],
    ],
    tokens: { id_token: token({ sub: 'ada', nonce: 'the-nonce' }), access_token: token({ sub: 'ada' }) },
    verdicts: [],
    tokenCalls: [],
    replays: [],
    events: [],
    ...over,
  };
}

/** What belongs to logins and their answers, as it lies in storage.session. */
export function session(over: Partial<SessionRecords> = {}): SessionRecords {
  return { captures: [], privateCaptures: [], logins: [], sightings: {}, chores: [], ...over };
}

/** The claims of an ID token that the profile above takes as it is; `over` changes what a test is about. */
export function idClaims(over: Record<string, unknown> = {}): Record<string, unknown> {
  const { issuer, clientId } = profile();
  const seconds = Math.floor(Date.now() / 1000);
  return { iss: issuer, aud: clientId, sub: 'ada', token_use: 'id', iat: seconds, exp: seconds + 3600, ...over };
}

/** A token that reads like a signed one. Nobody signed it. */
export function token(claims: Record<string, unknown>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ kid: 'k=', alg: 'RS256' })}.${part(claims)}.${Buffer.from('not a signature').toString('base64url')}`;
}
