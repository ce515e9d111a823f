import { expect, test } from 'vitest';
import { arrivedAt, captureExpiresAt, tokenExpiresAt } from '../../../src/protocol/expiry.ts';
import type { Capture } from '../../../src/protocol/records.ts';
import { capture, now, token } from '../../support/records.ts';

const seconds = now / 1000;
const hour = 3_600_000;
const answered = { grant: 'refresh_token', at: now + 60_000, status: 200, body: '{}' } as const;

test('a token expires as its own exp says, an access token without one as the answer said', () => {
  const dated = token({ exp: seconds + 60 });
  expect(tokenExpiresAt({ tokens: { access_token: dated }, expiresAt: seconds + 9 }, 'access_token')).toBe(
    now + 60_000,
  );
  expect(tokenExpiresAt({ tokens: { access_token: 'opaque' }, expiresAt: seconds + 9 }, 'access_token')).toBe(
    now + 9000,
  );
  expect(tokenExpiresAt({ tokens: { id_token: 'opaque' }, expiresAt: seconds + 9 }, 'id_token')).toBeUndefined();
  expect(tokenExpiresAt({ tokens: {}, expiresAt: seconds + 9 }, 'access_token')).toBeUndefined();
});

const ends: [of: string, over: Partial<Capture>, at: number][] = [
  [
    'the last of ID token and access token',
    { tokens: { id_token: token({ exp: seconds + 60 }), access_token: token({ exp: seconds + 90 }) } },
    now + 90_000,
  ],
  ['an opaque access token, as the answer said', { tokens: { access_token: 'o' }, expiresAt: seconds + 5 }, now + 5000],
  ['an opaque access token alone: one hour', { tokens: { access_token: 'o' } }, now + hour],
  ['an error: one hour', { tokens: {}, error: { error: 'access_denied' } }, now + hour],
  [
    'a refresh token that lives longer: it does not count',
    { tokens: { access_token: token({ exp: seconds + 60 }), refresh_token: token({ exp: seconds + 9e6 }) } },
    now + 60_000,
  ],
  [
    'tokens that were over as they came, as pasted ones may be: one hour',
    { tokens: { access_token: token({ exp: seconds - 86_400 }) }, origin: 'pasted' },
    now + hour,
  ],
  ['an exp in milliseconds: one hour', { tokens: { id_token: token({ exp: now + 60_000 }) } }, now + hour],
  [
    'opaque tokens after a refresh: one hour after that',
    { tokens: { access_token: 'o' }, tokenAnswer: answered },
    now + 60_000 + hour,
  ],
];
test.each(ends)('a capture is over with %s', (_, over, at) => {
  expect(captureExpiresAt(capture(over))).toBe(at);
});

test('tokens came with the login, or with what the token endpoint brought since', () => {
  expect(arrivedAt(capture())).toBe(now);
  expect(arrivedAt(capture({ tokenAnswer: answered }))).toBe(now + 60_000);
});
