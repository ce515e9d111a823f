/** The states in which two captures stand side by side. */
import type { Capture } from '../../src/protocol/records.ts';
import { mint } from './mint.ts';
import {
  accessClaims,
  answer,
  capture,
  idClaims,
  inOrder,
  noon,
  profile,
  staging,
  userinfoBody,
  verdicts,
} from './sample.ts';
import type { State } from './states.ts';

const page = (name: string, captures: Capture[], more: Partial<State> = {}): State => ({
  name: `page-compare${name}`,
  width: 'page',
  profiles: [profile, staging],
  captures,
  route: '#compare',
  ...more,
});

/** 3 d 4 h 48 min before. */
const before = noon / 1000 - 180 - (3 * 1440 + 4 * 60 + 48) * 60;
const { 'cognito:groups': _groups, ...plain } = idClaims(before, 1800);

const newer = capture({
  tokens: {
    id_token: mint({ ...idClaims(), 'custom:tenant_id': 't-4821', 'custom:plan': 'team' }),
    access_token: mint({ ...accessClaims(), scope: 'openid profile email orders/read' }),
  },
  userinfo: answer(),
});
const older = capture({
  id: 'older',
  capturedAt: before * 1000,
  tokens: {
    id_token: mint({
      ...plain,
      'cognito:groups': ['admins', 'trial'],
      email_verified: false,
      locale: 'en-GB',
      'custom:plan': 'trial',
      ...ties('older'),
    }),
    access_token: mint({ ...accessClaims(before, 1800), jti: 'jti-of-older', origin_jti: 'a', event_id: 'b' }),
  },
  userinfo: answer({ body: userinfoBody.replace('"true"', '"false"') }),
  verdicts: inOrder([
    ...verdicts.filter(({ check }) => check !== 'nonce'),
    { check: 'nonce', result: 'fail', token: 'id_token', from: 'front_channel', expected: 'one', actual: 'other' },
  ]),
});

/** What is another one with each login. */
function ties(of: string): Record<string, unknown> {
  const names = ['at_hash', 'nonce', 'origin_jti', 'event_id', 'jti'];
  return Object.fromEntries(names.map((name) => [name, `${name}-of-${of}`]));
}

const { request: _request, ...unasked } = capture();
const elsewhere: Capture = {
  ...unasked,
  id: 'elsewhere',
  profileId: staging.id,
  callback: staging.callback,
  startedHere: false,
  capturedAt: noon - 9_000_000,
  tokens: {
    id_token: mint(
      {
        iss: 'https://id.example.com',
        sub: 'auth0|5f7c8ec7c33c6c004bbafe82',
        aud: ['orders', 'billing'],
        azp: 'orders',
        exp: noon / 1000,
        iat: noon / 1000 - 9000,
        email_verified: 'true',
        realm_access: { roles: ['viewer', 'editor'], tier: { name: 'gold' } },
        account: 'x'.repeat(300),
      },
      { alg: 'ES256', kid: 'other', typ: 'JWT' },
    ),
    access_token: 'ory_at_8f2c1c0e6b7d4a5f',
    refresh_token: 'v1.MjAyNi0xMS0yMw-7fXq0NbV9kLz3sHd5tGw8',
  },
};
const otherUser = capture({
  id: 'grace',
  capturedAt: noon - 4_000_000,
  tokens: {
    id_token: mint({ ...idClaims(noon / 1000 - 4000), ...ties('grace'), ...grace(), email: 'grace.abara@example.com' }),
    access_token: mint({ ...accessClaims(noon / 1000 - 4000), sub: grace().sub, username: 'grace.abara' }),
  },
});
function grace() {
  return { sub: '9a1f4c2e-1001-70b3-8d2a-6c0e2f7b9d44', 'cognito:username': 'grace.abara' };
}

const manyClaims = (word: string) =>
  Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`claim_${at}`, at % 2 ? `${word} ${at}` : at]));

export const compareStates: readonly State[] = [
  page('', [newer, elsewhere, older]),
  page('-access', [newer, elsewhere, older], { press: '2' }),
  page('-all', [newer, elsewhere, older], { opens: 'Only what differs' }),
  page('-login', [newer, elsewhere, older], { opens: 'Login2 differences' }),
  page('-login-unrelated', [newer, elsewhere], { route: '#compare/elsewhere/newest', opens: 'Login4 differences' }),
  page('-opaque', [newer, elsewhere], { route: '#compare/elsewhere/newest', press: '2' }),
  page('-same', [capture(), capture({ id: 'copy', origin: 'pasted', startedHere: false })]),
  page('-unrelated', [newer, elsewhere], { route: '#compare/elsewhere/newest' }),
  page('-users', [newer, otherUser], { route: '#compare/grace/newest' }),
  page('-one', [newer]),
  page('-gone', [newer, older], { route: '#compare/purged/newest' }),
  page('-many', [
    capture({ tokens: { id_token: mint({ ...idClaims(), ...manyClaims('new') }) } }),
    capture({ id: 'older', tokens: { id_token: mint({ ...idClaims(before), ...manyClaims('old') }) } }),
  ]),
];
