import { describe, expect, test } from 'vitest';
import { memoryArea } from '../../../src/platform/area.ts';
import { createStores } from '../../../src/store/stores.ts';
import { createClipboard } from '../../../src/worker/clipboard.ts';
import { now } from '../../support/records.ts';

const both = ['clipboardRead', 'clipboardWrite'];

/** A clipboard that holds one text, or cannot be read (undefined). */
function world({ after = 30, granted = both }: { after?: number; granted?: string[] } = {}) {
  let time = now;
  const session = memoryArea();
  const stores = createStores(memoryArea({ settings: { clearClipboardAfter: after } }), session);
  const alarms: (number | undefined)[] = [];
  const own = { holds: '' as string | undefined, isRefused: false };
  const create = () =>
    createClipboard(
      { stores, session, now: () => time },
      {
        createWake: () => (at) => void alarms.push(at),
        read: async () => own.holds,
        write: async (text) => {
          if (own.isRefused) return false;
          own.holds = text;
          return true;
        },
        has: async (name) => granted.includes(name),
      },
    );
  return Object.assign(own, {
    stores,
    session,
    alarms,
    create,
    later: (s: number) => {
      time += s * 1000;
    },
  });
}

describe('what was copied', () => {
  test('is cleared when its time has come, by any life of the worker', async () => {
    const own = world();
    expect(await own.create().copy('the token')).toBe(true);
    expect(own.alarms).toEqual([now + 30_000]);
    own.later(29);
    await own.create().clearDue();
    expect(own.holds).toBe('the token');
    own.later(1);
    await own.create().clearDue();
    expect(own.holds).toBe('');
    expect(await own.session.get(null)).not.toHaveProperty('clipboard');
    expect(own.alarms.at(-1)).toBeUndefined();
  });
  test('by a page is cleared as well', async () => {
    const own = world();
    own.holds = 'curl\nof a page';
    await own.create().note('curl\nof a page');
    own.later(30);
    await own.create().clearDue();
    expect(own.holds).toBe('');
  });
  test('is known again with the line ends of Windows', async () => {
    const own = world();
    await own.create().note('one\ntwo');
    own.holds = 'one\r\ntwo';
    own.later(30);
    await own.create().clearDue();
    expect(own.holds).toBe('');
  });
  test('never lies in memory a second time', async () => {
    const own = world();
    await own.create().copy('the token');
    expect(JSON.stringify(await own.session.get(null))).not.toContain('the token');
  });
});

describe('the clipboard is left alone', () => {
  test.each<[string, string | undefined]>([
    ['holds another text', 'a recipe'],
    ['holds no text', ''],
    ['cannot be read', undefined],
  ])('when it %s', async (_, text) => {
    const own = world();
    await own.create().copy('the token');
    own.holds = text;
    own.later(30);
    await own.create().clearDue();
    expect(own.holds).toBe(text);
    expect(await own.session.get(null)).not.toHaveProperty('clipboard');
  });
  test.each<[string, Parameters<typeof world>[0]]>([
    ['the person did not choose it', { after: 0 }],
    ['it may not be read', { granted: ['clipboardWrite'] }],
    ['it may not be written', { granted: ['clipboardRead'] }],
  ])('when %s', async (_, setting) => {
    const own = world(setting);
    await own.create().note('the token');
    expect(await own.session.get(null)).toEqual({});
    expect(own.alarms).toEqual([]);
  });
});

test('a later copy has its own time', async () => {
  const own = world();
  await own.create().copy('one');
  own.later(20);
  await own.create().copy('two');
  own.later(10);
  await own.create().clearDue();
  expect(own.holds).toBe('two');
  own.later(20);
  await own.create().clearDue();
  expect(own.holds).toBe('');
});

test('what the browser does not let us copy is not remembered', async () => {
  const own = world();
  own.isRefused = true;
  expect(await own.create().copy('the token')).toBe(false);
  expect(await own.session.get(null)).toEqual({});
});
