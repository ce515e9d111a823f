import { describe, expect, test } from 'vitest';
import { missingWords } from '../../../../popup/state/capture/missing-words.ts';
import { whyMissing } from '../../../../popup/state/capture/why-missing.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { capture, profile } from '../../../support/records.ts';

const asked = (responseType: string, ...scopes: string[]): Partial<Capture> => ({
  request: { responseType, scopes, redirectUri: 'http://localhost:3000/callback' },
});
const oidc = profile({ provider: 'oidc', responseType: 'token' });
const code: Partial<Capture> = { params: [['code', 'x']] };

describe('a token is missing', () => {
  test.each([
    ['id_token', 'flow', oidc, asked('token', 'openid')],
    ['id_token', 'flow', oidc, asked('token')],
    ['id_token', 'openid', profile(), asked('token', 'email')],
    ['id_token', 'answer', profile(), asked('token', 'openid')],
    ['id_token', 'answer', oidc, asked('id_token token', 'openid')],
    ['id_token', 'code', oidc, { ...asked('code', 'openid'), ...code }],
    ['id_token', 'unknown', undefined, {}],
    ['id_token', 'pasted', profile(), { origin: 'pasted' }],
    ['access_token', 'flow', oidc, asked('id_token', 'openid')],
    ['access_token', 'unknown', profile(), {}],
    ['refresh_token', 'implicit', profile(), {}],
    ['refresh_token', 'answer', profile(), asked('code', 'openid')],
    ['refresh_token', 'answer', undefined, {}],
    ['refresh_token', 'pasted', undefined, { origin: 'pasted' }],
  ] as const)('%s: %s', (name, why, owner, over) => {
    expect(whyMissing(capture({ tokens: {}, ...over }), owner, name)).toBe(why);
  });
});

test('what to do depends on the flow: openid is no remedy where the response type brings no ID token', () => {
  const alone = capture({ tokens: {}, ...asked('token', 'email') });
  expect(missingWords(alone, oidc, 'id_token')).toContain('Implicit, both tokens');
  expect(missingWords(alone, oidc, 'id_token')).not.toContain('openid');
  expect(missingWords(alone, profile(), 'id_token')).toContain('Add openid');
  expect(missingWords({ ...alone, origin: 'pasted' }, profile(), 'refresh_token')).toContain('paste the whole');
});
