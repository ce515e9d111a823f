import { describe, expect, test } from 'vitest';
import { explainClaim } from '../../../src/provider/claim-words.ts';
import { explainError } from '../../../src/provider/explain-error.ts';
import { profile } from '../../support/records.ts';

describe('an error answer in words', () => {
  const cognito: [error: string, description: string | undefined, heading: RegExp, path: string | undefined][] = [
    ['invalid_request', 'invalid_scope', /scope is not allowed/, 'OpenID Connect scopes'],
    ['invalid_scope', undefined, /scope is not allowed/, 'OpenID Connect scopes'],
    ['invalid_request', 'unauthorized_client', /does not allow the flow/, 'OAuth 2.0 grant types'],
    ['unauthorized_client', undefined, /does not allow the flow/, 'OAuth 2.0 grant types'],
    ['invalid_request', 'Already found an entry for username Google_1', /linked/, undefined],
    ['invalid_request', 'PreSignUp failed with error no', /trigger/, 'Lambda triggers'],
    ['invalid_request', 'Google Error - 400 invalid', /other identity provider/, 'Social and external providers'],
    ['invalid_request', undefined, /could not read the request/, 'Edit'],
    ['login_required', undefined, /Nobody is signed in/, undefined],
    ['server_error', undefined, /failed/, undefined],
  ];
  test.each(cognito)('Cognito: %s, %s', (error, description, heading, last) => {
    const words = explainError(profile(), { error: { error, ...(description && { description }) } });
    expect(words.heading).toMatch(heading);
    expect(words.consolePath?.at(-1)).toBe(last);
    if (words.consolePath?.[0] === 'App clients') expect(words.consolePath[1]).toBe(profile().clientId);
  });
  test('another provider: the codes of the specifications, without a console path', () => {
    const words = explainError(profile({ provider: 'oidc' }), { error: { error: 'interaction_required' } });
    expect(words.heading).toMatch(/show a page/);
    expect(words.consolePath).toBeUndefined();
  });
  test.each(['strange_code', 'constructor', '__proto__', ''])('an unknown code is not guessed at: %s', (error) => {
    expect(explainError(profile(), { error: { error } }).meaning).toMatch(/none of those/);
    expect(explainError(undefined, { error: { error } }).meaning).toMatch(/none of those/);
  });
});

describe('a claim in words', () => {
  test('Cognito’s own, and the common ones in its words', () => {
    expect(explainClaim('cognito', 'id_token', 'cognito:groups')).toMatchObject({ group: 'who', kind: 'list' });
    expect(explainClaim('cognito', 'id_token', 'iss')?.meaning).toMatch(/user pool/);
    expect(explainClaim('cognito', 'access_token', 'token_use')?.meaning).toMatch(/is for APIs/);
    expect(explainClaim('cognito', 'id_token', 'custom:plan')?.meaning).toMatch(/Your own attribute/);
  });
  test('another provider: the standard claims', () => {
    expect(explainClaim('oidc', 'id_token', 'exp')).toMatchObject({ group: 'times', kind: 'time' });
    expect(explainClaim('oidc', 'access_token', 'scope')).toMatchObject({ kind: 'words' });
    expect(explainClaim(undefined, 'id_token', 'iss')?.meaning).toMatch(/signed this token/);
  });
  test.each(['cognito:groups', 'custom:plan', 'unknown', 'constructor', '__proto__'])(
    'no meaning is made up for %s',
    (name) => {
      expect(explainClaim('oidc', 'id_token', name)).toBeUndefined();
    },
  );
});
