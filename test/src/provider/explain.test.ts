import { describe, expect, test } from 'vitest';
import { explainClaim } from '../../../src/provider/claim-words.ts';

describe('a claim in words', () => {
  test('Cognito’s own, and the common ones in its words', () => {
    expect(explainClaim('cognito', 'id_token', 'cognito:groups')).toMatchObject({ group: 'who', kind: 'list' });
    expect(explainClaim('cognito', 'id_token', 'iss')?.meaning).toMatch(/user pool/);
    expect(explainClaim('cognito', 'access_token', 'token_use')?.meaning).toMatch(/What kind of token/);
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
