import { describe, expect, test, vi } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import type { Fetched } from '../../../src/protocol/fetched.ts';
import { purposes } from '../../../src/protocol/records.ts';
import { mostRequests, withRequest } from '../../../src/protocol/sent-requests.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createForgotten } from '../../../src/worker/forgotten.ts';
import { createSent } from '../../../src/worker/sent.ts';
import { now } from '../../support/records.ts';

const limits = { timeoutMs: 1000, maxBytes: 1000 };
const address = 'https://id.example:8443/token/of/s3cr3t?code=s3cr3t';
const ok: Fetched = {
  ok: true,
  status: 200,
  headers: new Headers(),
  body: '{"access_token":"s3cr3t"}',
  durationMs: 84,
};

function world(fetched: Fetched = ok) {
  const session = memoryArea();
  const stores = createStores(memoryArea(), session);
  let clock = now;
  const onAnswer = { happens: () => {} };
  const answer = async () => {
    onAnswer.happens();
    clock += 84;
    return fetched;
  };
  const forgotten = createForgotten();
  const sent = createSent({ stores, now: () => clock, forgotten }, { get: answer, post: answer });
  const noted = (count: number) =>
    vi.waitFor(async () => {
      const requests = await stores.requests.get();
      expect(requests).toHaveLength(count);
      return requests;
    });
  return { session, stores, sent, forgotten, noted, onAnswer };
}

describe('a request', () => {
  test.each(purposes)(
    'for %s is noted with where it went and what came, and nothing of what it carried',
    async (purpose) => {
      const { sent, noted, session } = world();
      expect(await sent.get(purpose)(address, { Authorization: 'Bearer s3cr3t' }, limits)).toBe(ok);
      await noted(1);
      await sent.post(purpose)(address, 'code=s3cr3t', {}, limits);
      const origin = 'https://id.example:8443';
      expect(await noted(2)).toEqual([
        { at: now + 84, method: 'POST', origin, purpose, status: 200, durationMs: 84 },
        { at: now, method: 'GET', origin, purpose, status: 200, durationMs: 84 },
      ]);
      expect(JSON.stringify(await session.get(null))).not.toContain('s3cr3t');
    },
  );

  test('without an answer is noted with the reason', async () => {
    const { sent, noted } = world({ ok: false, kind: 'timeout' });
    await sent.get('keys')(address, {}, limits);
    expect(await noted(1)).toMatchObject([{ failure: 'timeout', durationMs: 84 }]);
  });

  test('that our own rules hold back was not sent', async () => {
    const { sent, stores } = world({ ok: false, kind: 'blocked_scheme' });
    const update = vi.spyOn(stores.requests, 'update');
    await sent.get('keys')('ftp://id.example/keys', {}, limits);
    expect(update).not.toHaveBeenCalled();
  });

  test('that was on its way when everything was forgotten is not noted, the next one is', async () => {
    const { sent, forgotten, onAnswer, noted } = world();
    onAnswer.happens = () => forgotten.note();
    await sent.get('keys')(address, {}, limits);
    onAnswer.happens = () => {};
    await sent.get('discovery')(address, {}, limits);
    expect((await noted(1)).map(({ purpose }) => purpose)).toEqual(['discovery']);
  });

  test('is answered though the memory is full', async () => {
    const { sent, stores } = world();
    vi.spyOn(stores.requests, 'update').mockRejectedValue(new Error('Session storage quota bytes exceeded'));
    expect(await sent.get('userinfo')(address, {}, limits)).toBe(ok);
  });

  test('waits for no note', async () => {
    const { sent, stores } = world();
    vi.spyOn(stores.requests, 'update').mockReturnValue(new Promise(() => {}));
    expect(await sent.get('userinfo')(address, {}, limits)).toBe(ok);
  });
});

test('the one that was sent last stands first, whichever answer came first', async () => {
  const { stores } = world();
  let clock = now;
  const answers: ((fetched: Fetched) => void)[] = [];
  const get = () => new Promise<Fetched>((resolve) => void answers.push(resolve));
  const sent = createSent({ stores, now: () => clock, forgotten: createForgotten() }, { get, post: get });
  void sent.get('keys')(address, {}, limits);
  clock += 10;
  void sent.get('userinfo')(address, {}, limits);
  for (const answer of answers.reverse()) answer(ok);
  await vi.waitFor(async () =>
    expect((await stores.requests.get()).map(({ purpose }) => purpose)).toEqual(['userinfo', 'keys']),
  );
});

test(`the last ${mostRequests} are kept, the newest first`, () => {
  const one = { method: 'GET', origin: 'https://id.example', purpose: 'keys', status: 200 } as const;
  let all: Parameters<typeof withRequest>[0] = [];
  for (let at = 0; at < mostRequests + 5; at += 1) all = withRequest(all, { ...one, at });
  expect(all.map(({ at }) => at)).toEqual(Array.from({ length: mostRequests }, (_, index) => mostRequests + 4 - index));
});
