import { describe, expect, test } from 'vitest';
import { wordsForNoKeys } from '../../../src/verify/no-keys-words.ts';
import { readKeySet } from '../../../src/verify/read-key-set.ts';
import { fetchedOf } from '../../support/documents-world.ts';

const key = { kty: 'RSA', kid: 'k1', n: 'AQAB', e: 'AQAB' };
const read = (body: unknown, type = 'application/json', status = 200) =>
  readKeySet(fetchedOf({ status, body, headers: type === '' ? {} : { 'content-type': type } }));

describe('a key set is read', () => {
  test.each([
    'application/json',
    'application/jwk-set+json; charset=utf-8',
    'Application/JSON',
    'application/scim+json',
    '',
  ])('as “%s”', (type) => expect(read({ keys: [key] }, type)).toEqual({ ok: true, keys: [key] }));
  test('without what is not looked at, and without the values of a private key', () => {
    const body = {
      keys: [{ ...key, d: 'secret', x5c: ['MII'], more: { a: 1 }, use: 1, key_ops: ['verify', 1] }, 1, null],
    };
    const read_ = read(body);
    expect(read_).toEqual({ ok: true, keys: [{ ...key, d: '', key_ops: ['verify'] }] });
    expect(JSON.stringify(read_)).not.toContain('secret');
  });
  test('with key_ops of another form as allowing nothing', () => {
    expect(read({ keys: [{ ...key, key_ops: 'verify' }] })).toMatchObject({ keys: [{ key_ops: [] }] });
  });
  test('with a member __proto__ as one among others', () => {
    const read_ = read('{"keys":[{"kty":"RSA","__proto__":{"d":"1"}}]}');
    expect(read_).toEqual({ ok: true, keys: [{ kty: 'RSA' }] });
  });
});

describe('what is no key set is told by its reason, with words', () => {
  test.each([
    ['status', read({ keys: [key] }, 'application/json', 404), '404'],
    ['status', read('', '', 204), '204'],
    ['status', read('', '', 500), '500'],
    ['content_type', read('<!doctype html>', 'text/html; charset=utf-8'), 'text/html'],
    ['content_type', read({ keys: [key] }, 'text/html'), 'text/html'],
    ['content_type', read({ keys: [key] }, 'application/xml'), 'application/xml'],
    ['content_type', read({ keys: [key] }, 'text/plain'), 'text/plain'],
    ['not_json', read('<!doctype html>'), undefined],
    ['not_json', read('[]'), undefined],
    ['not_json', read(''), undefined],
    ['no_keys', read({}), undefined],
    ['no_keys', read({ keys: {} }), undefined],
    ['no_keys', read({ keys: [] }), undefined],
    ['no_keys', read({ keys: [1, 'a'] }), undefined],
    ['too_many_keys', read({ keys: Array.from({ length: 101 }, () => key) }), undefined],
    ...(['blocked_scheme', 'offline', 'unreachable', 'timeout', 'redirect', 'too_large'] as const).map(
      (kind) => [kind, readKeySet({ ok: false, kind }), undefined] as const,
    ),
  ] as const)('%s', (why, found, detail) => {
    expect(found).toEqual({ ok: false, why, ...(detail !== undefined && { detail }) });
    if (!found.ok) expect(wordsForNoKeys(found)).toContain(detail ?? '');
  });
  test('one hundred keys are none too many', () => {
    expect(read({ keys: Array.from({ length: 100 }, () => key) })).toMatchObject({ ok: true });
  });
});
