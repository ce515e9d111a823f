import { describe, expect, test } from 'vitest';
import { discover, discoveryAddress, oauthDiscoveryAddress } from '../../../src/verify/discover.ts';
import { documentsWorld } from '../../support/documents-world.ts';

const issuer = 'https://op.example/a/b';
const openid = `${issuer}/.well-known/openid-configuration`;
const oauth = 'https://op.example/.well-known/oauth-authorization-server/a/b';
const body = { issuer, jwks_uri: 'https://op.example/jwks' };

describe('metadata lies', () => {
  test.each([
    [
      'https://op.example',
      'https://op.example/.well-known/openid-configuration',
      'https://op.example/.well-known/oauth-authorization-server',
    ],
    [
      'https://op.example/',
      'https://op.example/.well-known/openid-configuration',
      'https://op.example/.well-known/oauth-authorization-server',
    ],
    [issuer, openid, oauth],
    [`${issuer}/`, openid, oauth],
  ])('of %s below it, or before its path', (of, below, before) => {
    expect(discoveryAddress(of)).toBe(below);
    expect(oauthDiscoveryAddress(of)).toBe(before);
  });
  test.each(['https://op.example/?a', 'https://op.example/#a', 'no url', ''])('of %s nowhere', async (of) => {
    const world = documentsWorld();
    expect(await discover(of, world)).toEqual({ ok: false, problem: 'address' });
    expect(world.asked).toEqual([]);
  });
});

test('the address of OpenID Connect is asked first, and alone where it answers', async () => {
  const world = documentsWorld({ [openid]: { body }, [oauth]: { body: { issuer } } });
  expect(await discover(issuer, world)).toMatchObject({ ok: true, endpoints: { jwks: 'https://op.example/jwks' } });
  expect(world.asked).toEqual([openid]);
});

test.each([404, 405, 410, 500, 204])('where it answers with %i, that of RFC 8414 is asked', async (status) => {
  const world = documentsWorld({ [openid]: { status }, [oauth]: { body } });
  expect(await discover(issuer, world)).toMatchObject({ ok: true, issuer });
  expect(world.asked).toEqual([openid, oauth]);
});

test('where neither answers, the first answer counts', async () => {
  const world = documentsWorld({ [openid]: { status: 403 }, [oauth]: { body: '<p>' } });
  expect(await discover(issuer, world)).toEqual({ ok: false, problem: 'status', detail: '403' });
});

test('a second document that names another issuer is told of', async () => {
  const world = documentsWorld({ [oauth]: { body: { issuer: 'https://op.example' } } });
  expect(await discover(issuer, world)).toMatchObject({ problem: 'issuer_mismatch', detail: 'https://op.example' });
});

test.each([
  ['blocked_scheme', 'address'],
  ['offline', 'unreachable'],
  ['unreachable', 'unreachable'],
  ['timeout', 'timeout'],
  ['redirect', 'redirect'],
  ['too_large', 'too_large'],
] as const)('no answer (%s) is told as %s, and nothing more is asked', async (kind, problem) => {
  const world = documentsWorld({ [openid]: { ok: false, kind } });
  expect(await discover(issuer, world)).toEqual({ ok: false, problem });
  expect(world.asked).toEqual([openid]);
});
