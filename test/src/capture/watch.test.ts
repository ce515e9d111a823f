import { describe, expect, test } from 'vitest';
import { anyPage, callbackFilters, type UrlFilter } from '../../../src/capture/callback-filters.ts';
import { startWatching } from '../../../src/capture/watch.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { profile } from '../../support/records.ts';

const oidc = (over: Partial<Profile>) => profile({ provider: 'oidc', ...over });
const one = oidc({});
const two = oidc({ id: 'p2', callback: 'https://app.example.com/cb?app=1' });
const filterOne = { schemes: ['http'], hostEquals: 'localhost', pathEquals: '/callback', ports: [3000] };
const filterTwo = { schemes: ['https'], hostEquals: 'app.example.com', pathEquals: '/cb', ports: [443] };

describe('callbackFilters', () => {
  test('one for each callback: scheme, host, port and path', () => {
    expect(callbackFilters([one, two])).toEqual([filterOne, filterTwo]);
  });
  test('the same callback once, and the same list whatever the order', () => {
    expect(callbackFilters([two, one, oidc({ id: 'p3' })])).toEqual(callbackFilters([one, two]));
  });
  test('one more for the error page of a Cognito domain', () => {
    expect(callbackFilters([profile()])).toContainEqual({
      schemes: ['https'],
      hostEquals: 'demo.auth.us-east-1.amazoncognito.com',
      pathEquals: '/error',
      ports: [443],
    });
  });
  test('any loopback port leaves the port out', () => {
    const { ports: _, ...anyPort } = filterOne;
    expect(callbackFilters([oidc({ anyLoopbackPort: true })])).toEqual([anyPort]);
  });
  test.each(['not a url', ''])('no filter for %s', (callback) => {
    expect(callbackFilters([oidc({ callback })])).toEqual([]);
  });
});

/** A browser that knows who listens with which filters. */
function fakeBrowser() {
  const active: UrlFilter[][] = [];
  const watch = (filters: UrlFilter[]) => {
    active.push(filters);
    return () => void active.splice(active.indexOf(filters), 1);
  };
  return { active, watch };
}

function fakeMemory(text: string | null = null) {
  const memory = {
    text,
    read: () => memory.text,
    write(value: string) {
      memory.text = value;
    },
  };
  return memory;
}

const isAllowed = () => true;
const own = { filtersFor: callbackFilters, broad: anyPage };

describe('in a service worker', () => {
  test('the first turn listens to any page, and the profiles narrow it', () => {
    const { active, watch } = fakeBrowser();
    const watcher = startWatching(watch, () => {}, { ...own, isAllowed });
    expect(active).toEqual([anyPage]);
    watcher.follow([one]);
    expect(active).toEqual([[filterOne]]);
    watcher.follow([one, two]);
    expect(active).toEqual([[filterOne, filterTwo]]);
    expect(watcher.isRemembered()).toBe(true);
  });
  test('nothing is registered again when nothing changed, unless the browser has just allowed it', () => {
    const { active, watch } = fakeBrowser();
    const watcher = startWatching(watch, () => {}, { ...own, isAllowed });
    watcher.follow([one]);
    const before = active[0];
    watcher.follow([oidc({ name: 'renamed' })]);
    expect(active[0]).toBe(before);
    watcher.follow([one], true);
    expect(active).toEqual([[filterOne]]);
    expect(active[0]).not.toBe(before);
  });
});

describe('in an event page', () => {
  test('the first turn listens with the filters of the last life', () => {
    const { active, watch } = fakeBrowser();
    const watcher = startWatching(watch, () => {}, {
      ...own,
      isAllowed,
      memory: fakeMemory(JSON.stringify([filterOne])),
    });
    expect(active).toEqual([[filterOne]]);
    watcher.follow([one]);
    expect(watcher.isRemembered()).toBe(true);
  });
  test('a change is remembered for the next life, and this life says that it is not yet', () => {
    const { active, watch } = fakeBrowser();
    const memory = fakeMemory();
    const watcher = startWatching(watch, () => {}, { ...own, isAllowed, memory });
    expect(active).toEqual([[]]);
    watcher.follow([one]);
    expect(active).toEqual([[filterOne]]);
    expect(watcher.isRemembered()).toBe(false);
    expect(JSON.parse(memory.text ?? '')).toEqual([filterOne]);
  });
  test('filters that the browser did not allow in the first turn are not remembered', () => {
    const { watch } = fakeBrowser();
    const memory = fakeMemory(JSON.stringify([filterOne]));
    let isGranted = false;
    const watcher = startWatching(watch, () => {}, { ...own, isAllowed: () => isGranted, memory });
    isGranted = true;
    watcher.follow([one], true);
    expect(watcher.isRemembered()).toBe(false);
    watcher.follow([]);
    expect(watcher.isRemembered()).toBe(true);
  });
  test('while the browser does not allow it there is nothing to start again for', () => {
    const { watch } = fakeBrowser();
    const watcher = startWatching(watch, () => {}, { ...own, isAllowed: () => false, memory: fakeMemory() });
    watcher.follow([one]);
    expect(watcher.isRemembered()).toBe(true);
  });
  test.each(['', 'no JSON', '{}'])('a memory that reads %s is taken as empty', (text) => {
    const { active, watch } = fakeBrowser();
    startWatching(watch, () => {}, { ...own, isAllowed, memory: fakeMemory(text) });
    expect(active).toEqual([[]]);
  });
});
