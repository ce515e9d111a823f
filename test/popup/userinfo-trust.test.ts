import { expect, test } from 'vitest';
import { findDistrust, signatureWords } from '../../popup/state/userinfo-trust.ts';

const signed = { check: 'userinfo_signed', token: 'userinfo' } as const;

test('values are hidden of an answer for another user, without sub, or whose signature did not hold', () => {
  expect(findDistrust('same', [])).toBeUndefined();
  expect(findDistrust('not_compared', [{ ...signed, result: 'not_checked', reason: 'No keys.' }])).toBeUndefined();
  expect(findDistrust('differs', [])?.heading).toContain('another user');
  expect(findDistrust('missing', [])?.heading).toContain('no sub');
  const failed = { ...signed, result: 'fail', expected: 'iss a', actual: 'iss b' } as const;
  expect(findDistrust('same', [failed])?.todo).toBe('Expected iss a, got iss b.');
});

test('of a signature only what was tested is said', () => {
  expect(signatureWords([{ ...signed, result: 'pass' }])).toContain('passed');
  expect(signatureWords([{ ...signed, result: 'not_checked', reason: 'The keys could not be had.' }])).toBe(
    'The answer is a signed token. Its signature is not checked: The keys could not be had.',
  );
  expect(signatureWords([])).toBe('The answer is a signed token. Its signature is not checked.');
});
