import { expect, test } from 'vitest';
import { encryptedWords, opaqueWords } from '../../../popup/state/unreadable-words.ts';
import { tokenNames } from '../../../src/protocol/records.ts';
import { profile } from '../../support/records.ts';

test('each token that cannot be read has words of its own', () => {
  const words = tokenNames.flatMap((name) => [opaqueWords(name, profile()), encryptedWords(name, profile())]);
  expect(new Set(words).size).toBe(6);
});

test('Cognito’s refresh token is known to be encrypted', () => {
  expect(encryptedWords('refresh_token', profile())).toContain('Cognito’s refresh tokens look so');
  expect(encryptedWords('refresh_token', profile({ provider: 'oidc' }))).not.toContain('Cognito');
});
