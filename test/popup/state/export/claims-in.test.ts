import { expect, test } from 'vitest';
import { claimsIn } from '../../../../popup/state/export/claims-in.ts';
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
