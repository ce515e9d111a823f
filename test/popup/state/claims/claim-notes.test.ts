import { describe, expect, test } from 'vitest';
import { claimNotes } from '../../../../popup/state/claims/claim-notes.ts';
import type { ClaimRow } from '../../../../popup/state/claims/claim-rows.ts';

const row = (name: string, value: unknown): ClaimRow => ({ name, value, kind: 'text' });

describe('values in words', () => {
  test('the methods of a sign-in, those of the provider among them; an unknown one has none', () => {
    const { words } = claimNotes(row('amr', ['pwd', 'email_otp', 'x-house', 7, '__proto__']), 'cognito');
    expect(words).toEqual([
      ['pwd', 'a password'],
      ['email_otp', 'a code by email'],
    ]);
    expect(claimNotes(row('amr', ['email_otp']), 'oidc').words).toEqual([]);
  });

  test.each([
    ['oidc', '0', /cookie/],
    ['oidc', 'urn:mace:incommon:iap:silver', /InCommon Silver/],
    ['oidc', 'phrh', /hardware/],
    ['cognito', 'urn:cognito:loa:4', /level 4 of 4/],
  ] as const)('the class of a sign-in of %s: %s', (provider, value, words) => {
    expect(claimNotes(row('acr', value), provider).words).toEqual([[value, expect.stringMatching(words)]]);
  });

  test('the same text in another claim is no method', () => {
    expect(claimNotes(row('name', 'pwd'), 'oidc').words).toEqual([]);
  });
});
