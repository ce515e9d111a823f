import { describe, expect, test } from 'vitest';
import { type SignOutWorld, signOut } from '../../../src/actions/sign-out.ts';
import type { Capture } from '../../../src/protocol/records.ts';
import { capture, now, profile } from '../../support/records.ts';

const endpoints = { authorization: 'https://idp.example/authorize', endSession: 'https://idp.example/logout' };
const fail = { check: 'signature', result: 'fail', token: 'id_token' } as const;

function world(held: Partial<Capture> = {}, over: Partial<SignOutWorld> = {}) {
  let stored = capture({ judgedAt: now, tokens: { id_token: 'the.id.token' }, ...held });
  const opened: string[] = [];
  const own: SignOutWorld = {
    profiles: async () => [profile({ provider: 'oidc', endpoints, logoutUri: 'https://app.example/bye' })],
    findCapture: async (id) => (id === stored.id ? stored : undefined),
    changeCapture: async (_, change) => {
      stored = change(stored);
    },
    findMetadata: async () => undefined,
    openTab: async (url) => opened.push(url),
    now: () => now,
    ...over,
  };
  return { own, opened, stored: () => stored };
}

test('the sign-out is opened for the login that is named, and told in its timeline', async () => {
  const { own, opened, stored } = world();
  expect(await signOut({ profileId: 'p1', captureId: 'c1' }, own)).toEqual({ ok: true });
  const sent = new URL(opened[0] ?? '').searchParams;
  expect(sent.get('id_token_hint')).toBe('the.id.token');
  expect(sent.get('state')).toMatch(/^[\w-]{43}$/);
  expect(stored().events).toEqual([{ at: now, kind: 'signed_out' }]);
});

test('each has a state of its own', async () => {
  const { own, opened } = world();
  await signOut({ profileId: 'p1' }, own);
  await signOut({ profileId: 'p1' }, own);
  expect(new Set(opened).size).toBe(2);
});

describe('no ID token goes along', () => {
  test.each<[string, Partial<Capture>]>([
    ['of another profile', { profileId: 'p2' }],
    ['whose check failed', { verdicts: [fail] }],
    ['that is not checked yet', { judgedAt: 0 }],
    ['that is not there', { tokens: {} }],
    ['of another client', { client: { clientId: 'before', authorization: 'https://before.example' } }],
    ['out of a file', { origin: 'imported' }],
    ['of a sample', { origin: 'sample' }],
  ])('%s', async (_, held) => {
    const { own, opened } = world(held);
    if (held.judgedAt === 0) {
      const { judgedAt: __, ...unjudged } = capture({ tokens: { id_token: 'the.id.token' } });
      own.findCapture = async () => unjudged;
    }
    expect(await signOut({ profileId: 'p1', captureId: 'c1' }, own)).toEqual({ ok: true });
    expect(opened).toEqual([expect.not.stringContaining('id_token_hint')]);
  });
});

test('an endpoint that the profile does not name is the one of the issuer’s metadata', async () => {
  const authorization = 'https://idp.example/authorize';
  const { own, opened } = world(
    {},
    {
      profiles: async () => [
        profile({ provider: 'oidc', issuer: 'https://idp.example', endpoints: { authorization } }),
      ],
      findMetadata: async () => ({ issuer: 'https://idp.example', end_session_endpoint: 'https://idp.example/end' }),
    },
  );
  expect(await signOut({ profileId: 'p1' }, own)).toEqual({ ok: true });
  expect(opened).toEqual([expect.stringMatching(/^https:\/\/idp\.example\/end\?/)]);
});

test('a tab that the browser does not open leaves no trace', async () => {
  const openTab = async () => {
    throw new Error('no window');
  };
  const { own, stored } = world({}, { openTab });
  expect(await signOut({ profileId: 'p1', captureId: 'c1' }, own)).toMatchObject({ ok: false });
  expect(stored().events).toEqual([]);
});

test('a profile that is gone is said to be', async () => {
  const { own } = world();
  expect(await signOut({ profileId: 'p9' }, own)).toEqual({ ok: false, reason: expect.stringContaining('not there') });
});
