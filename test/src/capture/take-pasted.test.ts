import { describe, expect, test } from 'vitest';
import { takePasted } from '../../../src/capture/take-pasted.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { now, profile, token } from '../../support/records.ts';

const id = token({ sub: 'ada', nonce: 'n' });
const other = profile({ id: 'p2', callback: 'https://app.example/cb?app=1', clientId: 'other' });
const paste = async (
  text: string,
  { profiles = [profile(), other], profileId }: { profiles?: Profile[]; profileId?: string } = {},
) => {
  const taken = await takePasted(text, profileId, { profiles, isPrivate: false, now });
  if (!taken.ok) throw new Error(taken.reason);
  return taken.capture;
};

describe('a pasted text becomes a capture', () => {
  test('that is marked so, of no login of ours, and not judged yet', async () => {
    const capture = await paste(id);
    expect(capture).toMatchObject({
      origin: 'pasted',
      profileId: 'p1',
      startedHere: false,
      callback: '',
      capturedAt: now,
      tokens: { id_token: id },
      verdicts: [],
      events: [{ at: now, kind: 'pasted' }],
    });
    expect(capture).not.toHaveProperty('judgedAt');
    expect(capture).not.toHaveProperty('request');
  });
  test('that is pinned to the client of its profile, and to none where there is no profile', async () => {
    const { clientId, endpoints } = other;
    const client = { clientId, authorization: endpoints.authorization };
    expect(await paste(id, { profileId: 'p2' })).toMatchObject({ client });
    expect(await paste(id, { profiles: [], profileId: '' })).not.toHaveProperty('client');
  });
  test('of the profile whose callback the URL ended at, less what that was registered with', async () => {
    const capture = await paste(`https://app.example/cb?app=1&code=c&state=s`, { profileId: 'p1' });
    expect(capture).toMatchObject({ profileId: 'p2', source: 'query', callback: 'https://app.example/cb?app=1' });
    expect(capture.params).toEqual([
      ['code', 'c'],
      ['state', 's'],
    ]);
  });
  test('of the profile that is named where no callback tells, with where it ended', async () => {
    const capture = await paste('https://elsewhere.example/in#error=access_denied', { profileId: 'p2' });
    expect(capture).toMatchObject({
      profileId: 'p2',
      callback: 'https://elsewhere.example/in',
      error: { error: 'access_denied' },
    });
  });
  test('of several profiles that end there, of the one in front', async () => {
    const twin = profile({ id: 'twin' });
    const text = `${twin.callback}#access_token=a`;
    expect(await paste(text, { profiles: [profile(), twin], profileId: 'twin' })).toMatchObject({ profileId: 'twin' });
  });
  test('of several profiles of other clients it is said that nothing tells them apart', async () => {
    const twin = profile({ id: 'twin', clientId: 'another' });
    const capture = await paste(`${twin.callback}#access_token=a`, { profiles: [profile(), twin] });
    expect(capture.events).toContainEqual({ at: now, kind: 'ambiguous_profile' });
    const named = `${twin.callback}#id_token=${token({ aud: 'another' })}`;
    expect((await paste(named, { profiles: [profile(), twin] })).events).toEqual([{ at: now, kind: 'pasted' }]);
  });
  test('of none while there is no profile', async () => {
    expect(await paste(id, { profiles: [] })).toMatchObject({ profileId: '', tokens: { id_token: id } });
  });
  test('with the source of a token answer, and its lifetime', async () => {
    const capture = await paste('{"access_token":"opaque-one","expires_in":60,"token_type":"Bearer"}');
    expect(capture).toMatchObject({
      source: 'token_endpoint',
      tokens: { access_token: 'opaque-one' },
      tokenType: 'Bearer',
      expiresAt: Math.floor(now / 1000) + 60,
    });
  });
});

test('the same answer has the same id', async () => {
  expect((await paste(id)).id).toBe((await paste(`  ${id}\n`)).id);
  expect((await paste(id)).id).not.toBe((await paste(token({ sub: 'eve' }))).id);
});

test('a token over the limit is not kept, its size is said', async () => {
  const capture = await paste(`#access_token=${'a'.repeat(262_145)}&state=s`);
  expect(capture.tokens).toEqual({});
  expect(capture.events).toContainEqual(
    expect.objectContaining({ kind: 'refused', detail: expect.stringContaining('262,145') }),
  );
});

test('of too many parameters those of the specifications are kept, and their number is said', async () => {
  const many = Array.from({ length: 1200 }, (_, index) => `x${index}=1`).join('&');
  const capture = await paste(`#${many}&access_token=a&state=s`);
  expect(capture.tokens).toEqual({ access_token: 'a' });
  expect(capture.params).toHaveLength(1000);
  const detail = 'The answer has 1,202 parameters; the limit is 1,000';
  expect(capture.events).toContainEqual({ at: now, kind: 'refused', detail });
});

test.each([
  ['too long a text', 'a'.repeat(2_097_153), /2,097,153/],
  ['an address without an answer', 'https://app.example/', /carries no answer/],
  ['an address with user info', 'https://a:b@app.example/cb#access_token=a', /user name or password/],
])('%s is refused with the reason', async (_, text, reason) => {
  const taken = await takePasted(text, undefined, { profiles: [], isPrivate: false, now });
  expect(taken).toEqual({ ok: false, reason: expect.stringMatching(reason) });
});
