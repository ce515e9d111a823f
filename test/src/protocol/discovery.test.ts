import { describe, expect, test } from 'vitest';
import { readDiscovery } from '../../../src/protocol/discovery.ts';
import { now } from '../../support/records.ts';

const issuer = 'https://op.example/op';
const read = (document: unknown) => readDiscovery(issuer, JSON.stringify(document), now);

test('a discovery document gives its endpoints and is kept whole', () => {
  const document = { issuer, jwks_uri: 'https://op.example/jwks', token_endpoint: 'https://op.example/token', more: 1 };
  expect(read(document)).toEqual({
    ok: true,
    issuer,
    endpoints: { jwks: 'https://op.example/jwks', token: 'https://op.example/token' },
    metadata: { fetchedAt: now, document },
  });
});

test('an endpoint that is no text is left out', () => {
  const found = read({ issuer, jwks_uri: 1, token_endpoint: null, userinfo_endpoint: ['https://op.example'] });
  expect(found).toMatchObject({ ok: true, endpoints: {} });
});

describe('the issuer is compared to the letter', () => {
  test.each([
    [`${issuer}/`, `${issuer}/`],
    ['https://OP.example/op', 'https://OP.example/op'],
    ['http://op.example/op', 'http://op.example/op'],
    ['https://op.example:443/op', 'https://op.example:443/op'],
    [undefined, 'none'],
    [[issuer], 'none'],
  ])('%s', (named, detail) => {
    expect(read({ issuer: named })).toEqual({ ok: false, problem: 'issuer_mismatch', detail });
  });
  test('and a prototype lends none', () => {
    expect(readDiscovery(issuer, `{"__proto__":{"issuer":"${issuer}"}}`, now)).toMatchObject({ detail: 'none' });
  });
});

test.each([
  ['a page', '<!doctype html>'],
  ['nothing', ''],
  ['a list', '[]'],
  ['null', 'null'],
  ['deeper than can be stored', `{"issuer":"${issuer}","a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
])('%s is no discovery document', (_, body) => {
  expect(readDiscovery(issuer, body, now)).toEqual({ ok: false, problem: 'not_json' });
});
