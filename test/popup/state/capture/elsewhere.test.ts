import { describe, expect, test } from 'vitest';
import { cleaningNeed, findCleaned, placeOf } from '../../../../popup/state/capture/elsewhere.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { capture, now } from '../../../support/records.ts';

describe('where else an answer is', () => {
  test.each<[string, Partial<Capture>, ReturnType<typeof placeOf>]>([
    ['a fragment: the address, and what remembers it', {}, 'address'],
    ['a query: the same', { source: 'query' }, 'address'],
    ['a form: neither', { source: 'form_post' }, 'form'],
    ['intercepted: the file of the history alone', { intercepted: true }, 'redirect'],
    ['intercepted query: the same', { intercepted: true, source: 'query' }, 'redirect'],
    ['intercepted form: nowhere', { intercepted: true, source: 'form_post' }, undefined],
    ['imported: not known', { origin: 'imported' }, undefined],
    ['pasted: not known', { origin: 'pasted' }, undefined],
    ['no front channel: nowhere', { source: 'token_endpoint' }, undefined],
    ['an app’s own scheme: no tab goes there', { callback: 'myapp://callback' }, undefined],
  ])('%s', (_what, over, place) => {
    expect(placeOf(capture(over), true)).toBe(place);
  });

  test('intercepted by a browser that keeps no redirects: nowhere', () => {
    expect(placeOf(capture({ intercepted: true }), false)).toBeUndefined();
    expect(placeOf(capture(), false)).toBe('address');
  });
});

describe('what was cleaned up', () => {
  const at = now + 1000;
  test.each([
    ['history', 'history_deleted', true],
    ['history', 'history_not_found', false],
    ['address', 'address_cleaned', true],
    ['address', 'address_not_cleaned', false],
  ] as const)('%s: %s', (what, kind, isDone) => {
    const cleaned = capture({ events: [{ at, kind }] });
    expect(findCleaned(cleaned, what)).toEqual({ at, isDone });
    expect(findCleaned(cleaned, what === 'history' ? 'address' : 'history')).toBeUndefined();
  });

  test('the last attempt counts', () => {
    const events = [
      { at, kind: 'history_not_found' },
      { at: at + 5, kind: 'history_deleted' },
      { at: at + 9, kind: 'captured' },
    ];
    expect(findCleaned(capture({ events }), 'history')).toEqual({ at: at + 5, isDone: true });
  });

  test('an answer that came again since is there again', () => {
    const events = [{ at, kind: 'history_deleted' }];
    expect(findCleaned(capture({ events, replays: [{ at: at - 1 }] }), 'history')?.isDone).toBe(true);
    expect(findCleaned(capture({ events, replays: [{ at: at + 1 }] }), 'history')).toBeUndefined();
  });
});

describe('cleaning up needs', () => {
  test('the history alone, or scripting at the callback', () => {
    expect(cleaningNeed(capture(), 'history')).toEqual({ grant: { permissions: ['history'], origins: [] } });
    expect(cleaningNeed(capture(), 'address')).toEqual({
      grant: { permissions: ['scripting'], origins: ['http://localhost/*'] },
    });
  });

  test('nothing where it cannot be done, which is said', () => {
    const outOfReach = cleaningNeed(capture({ callback: 'http://dev.internal/cb' }), 'address');
    expect(outOfReach.unless).toContain('https');
    expect(cleaningNeed(capture({ frame: 'sub' }), 'address').unless).toContain('frame');
    expect(cleaningNeed(capture({ frame: 'sub' }), 'history').unless).toBeUndefined();
  });
});
