import { expect, test } from 'vitest';
import { findDistrust, signatureWords } from '../../../../popup/state/userinfo/userinfo-trust.ts';

const signed = { check: 'userinfo_signed', token: 'userinfo' } as const;

test('values are hidden of an answer for another user, without sub, or whose signature did not hold', () => {
  expect(findDistrust('same', [])).toBeUndefined();
  expect(findDistrust('not_compared', [{ ...signed, result: 'not_checked', reason: 'No keys.' }])).toBeUndefined();
  expect(findDistrust('differs', [])?.heading).toContain('another user');
  expect(findDistrust('missing', [])?.heading).toContain('no user');
  const failed = { ...signed, result: 'fail', expected: 'iss a', actual: 'iss b' } as const;
  expect(findDistrust('same', [failed])?.todo).toBe('Expected iss a, got iss b.');
});

test('the check of the sub decides where it told, and what stands beside the ID token where it did not', () => {
  const sub = { check: 'userinfo_sub', token: 'userinfo' } as const;
  expect(findDistrust('differs', [{ ...sub, result: 'pass' }])).toBeUndefined();
  expect(findDistrust('same', [{ ...sub, result: 'fail' }])?.heading).toContain('another user');
  expect(findDistrust('missing', [{ ...sub, result: 'fail' }])?.heading).toContain('no user');
  expect(findDistrust('differs', [{ ...sub, result: 'not_checked' }])?.heading).toContain('another user');
});

test('of a signature only what was tested is said', () => {
  expect(signatureWords([{ ...signed, result: 'pass' }])).toContain('passed');
  expect(signatureWords([{ ...signed, result: 'not_checked', reason: 'The keys could not be had.' }])).toBe(
    'The answer is a signed token. Its signature is not checked: The keys could not be had.',
  );
  expect(signatureWords([])).toBe('The answer is a signed token. Its signature is not checked.');
});
