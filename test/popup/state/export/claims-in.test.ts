import { expect, test } from 'vitest';
import { claimsIn, maskedAtFirst } from '../../../../popup/state/export/claims-in.ts';
import { capture, now, token } from '../../../support/records.ts';

test('the claims of tokens and of userInfo are offered, those that identify first and chosen', () => {
  const held = capture({
    tokens: {
      id_token: token({ iss: 'i', 'cognito:groups': ['a'], sub: 's', 'custom:plan': 'p' }),
      access_token: 'opaque',
    },
    userinfo: { status: 200, at: now, body: '{"email":"a@b.example","locale":"en"}' },
  });
  expect(claimsIn([held])).toEqual([
    { name: 'sub', isIdentifying: true },
    { name: 'custom:plan', isIdentifying: true },
    { name: 'email', isIdentifying: true },
    { name: 'cognito:groups', isIdentifying: false },
    { name: 'locale', isIdentifying: false },
  ]);
});

test('those of a token that a refresh or the token endpoint replaced are offered too, and of a userInfo answer that is a token', () => {
  const held = capture({
    tokens: { access_token: 'opaque' },
    frontChannel: { tokens: { id_token: token({ email: 'a@b.example' }) } },
    replaced: { at: now, tokens: { access_token: token({ username: 'ada' }) } },
    original: { id_token: token({ 'custom:badge': '7' }) },
    userinfo: { status: 200, at: now, body: token({ nickname: 'ada' }) },
  });
  expect(claimsIn([held]).map(({ name }) => name)).toEqual(['email', 'username', 'custom:badge', 'nickname']);
});

test('what identifies is masked at first, also where it is in no token', () => {
  const masked = maskedAtFirst([
    { name: 'custom:plan', isIdentifying: true },
    { name: 'locale', isIdentifying: false },
  ]);
  expect(['custom:plan', 'email', 'login_hint', 'locale'].filter((name) => masked.has(name))).toEqual([
    'custom:plan',
    'email',
    'login_hint',
  ]);
});
