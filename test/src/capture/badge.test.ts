import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { badgeFor } from '../../../src/capture/badge.ts';
import type { Fresh } from '../../../src/protocol/records.ts';
import { capture, now, token } from '../../support/records.ts';

const seconds = now / 1000;
const nothing = { captures: [], privateCaptures: [], lookedAt: 0, fresh: undefined, profile: undefined, now };
const shown = (over: Partial<Parameters<typeof badgeFor>[0]> = {}) => badgeFor({ ...nothing, ...over });
const profile = { id: 'p1', name: 'demo' };
/** A capture that was looked at, whose access token expires this many milliseconds from now. */
const ending = (left: number, over = {}) =>
  capture({ tokens: { access_token: token({ exp: seconds + left / 1000, sub: 'ada' }) }, ...over });

describe('new captures', () => {
  test('are counted until somebody looks at them, and nothing else is said', () => {
    expect(shown()).toMatchObject({ text: '', title: 'Claimcheck' });
    expect(shown({ captures: [capture()] })).toMatchObject({ text: '1', title: 'Claimcheck: 1 new capture' });
    const both = { captures: [capture()], privateCaptures: [capture({ id: 'c2' })], lookedAt: now - 1 };
    expect(shown(both)).toMatchObject({ text: '2', title: 'Claimcheck: 2 new captures' });
    expect(shown({ captures: [capture()], lookedAt: now })).toMatchObject({ text: '' });
  });

  test.each([
    ['in a frame', { frame: 'sub' }],
    ['in a tab behind', { silent: true }],
  ] as const)('are not made by a renewal %s', (_, over) => {
    expect(shown({ captures: [capture(over)] })).toMatchObject({ text: '' });
  });

  test('that are an error have another colour', () => {
    const failed = shown({ captures: [capture({ error: { error: 'access_denied' } })] });
    expect(failed.colour).not.toBe(shown({ captures: [capture()] }).colour);
  });
});

describe('the access token of the profile in front', () => {
  const of = (left: number, over = {}) => shown({ captures: [ending(left, over)], lookedAt: now, profile });

  test.each([
    [3_600_000, '', 'Claimcheck', now + 3_000_001],
    [600_000, '', 'Claimcheck', now + 1],
    [599_000, '9m', 'Claimcheck: the access token of demo expires in 9 min', now + 59_001],
    [60_000, '1m', 'Claimcheck: the access token of demo expires in 1 min', now + 1],
    [59_000, '<1m', 'Claimcheck: the access token of demo expires in less than a minute', now + 59_000],
    [0, 'exp', 'Claimcheck: the access token of demo has expired', undefined],
    [-3_600_000, 'exp', 'Claimcheck: the access token of demo has expired', undefined],
  ])('with %i ms left', (left, text, title, changesAt) => {
    const badge = of(left);
    expect(badge).toMatchObject({ text, title });
    expect(badge.changesAt).toBe(changesAt);
  });

  test('is that of the capture whose tokens came last', () => {
    const answered = { grant: 'refresh_token', at: now + 1, status: 200, body: '{}' } as const;
    const refreshed = ending(3_600_000, { id: 'c2', capturedAt: now - 9_000_000, tokenAnswer: answered });
    expect(shown({ captures: [ending(-1000), refreshed], lookedAt: now, profile })).toMatchObject({ text: '' });
  });

  test.each([
    ['of another profile', { profileId: 'p2' }],
    ['that was pasted', { origin: 'pasted' }],
    ['in a frame', { frame: 'sub' }],
  ])('is none %s', (_, over) => {
    expect(of(1000, over)).toEqual(shown());
  });

  test('of a private window stands in where there is no other', () => {
    const apart = { privateCaptures: [ending(0)], lookedAt: now, profile };
    expect(shown(apart)).toMatchObject({ text: 'exp' });
    expect(shown({ ...apart, captures: [ending(3_600_000)] })).toMatchObject({ text: '' });
  });

  test('whose end cannot be read is not spoken of', () => {
    const opaque = capture({ tokens: { access_token: 'opaque' } });
    expect(shown({ captures: [opaque], lookedAt: now, profile })).toEqual(shown());
  });
});

describe('a fresh token that was copied', () => {
  const fresh: Fresh = { profileId: 'p1', askedAt: now, step: 'copied', way: 'refreshed', captureId: 'c1' };
  const unseen = { captures: [ending(3_600_000)], lookedAt: now - 1, profile };

  test('is said, with its way, until somebody looks', () => {
    expect(shown({ ...unseen, fresh })).toMatchObject({
      text: '✓',
      title: 'Claimcheck: access token copied, refreshed',
    });
    expect(shown({ ...unseen, fresh, lookedAt: now })).toMatchObject({ text: '' });
    expect(shown({ ...unseen, fresh: { ...fresh, step: 'renewing' } })).toMatchObject({ text: '1' });
  });

  test('is said for a minute from when it came, then the next thing is', () => {
    const came = ending(3_600_000, { capturedAt: now + 120_000 });
    const of = (after: number) => shown({ captures: [came], lookedAt: now - 1, profile, fresh, now: now + after });
    expect(of(120_001)).toMatchObject({ text: '✓', changesAt: now + 180_000 });
    expect(of(179_999)).toMatchObject({ text: '✓' });
    expect(of(180_000)).toMatchObject({ text: '', changesAt: now + 3_000_001 });
    expect(of(3_000_001)).toMatchObject({ text: '9m' });
    expect(of(3_600_000)).toMatchObject({ text: 'exp' });
  });

  test('is not said once the token is near its end, nor once it is forgotten', () => {
    expect(shown({ ...unseen, captures: [ending(610_000)], fresh })).toMatchObject({
      text: '✓',
      changesAt: now + 10_001,
    });
    expect(shown({ ...unseen, captures: [ending(590_000)], fresh })).toMatchObject({ text: '9m' });
    expect(shown({ ...unseen, captures: [], fresh })).toMatchObject({ text: '' });
    const ready: Fresh = { ...fresh, step: 'ready' };
    expect(shown({ ...unseen, captures: [], fresh: ready })).toMatchObject({ text: '' });
  });

  test('is not counted as new as well, one that came afterwards is', () => {
    const own = ending(3_600_000, { capturedAt: now + 1 });
    expect(shown({ ...unseen, captures: [own], fresh })).toMatchObject({ text: '✓' });
    const later = capture({ id: 'c2', capturedAt: now + 2 });
    expect(shown({ ...unseen, captures: [later, own], fresh })).toMatchObject({ text: '1' });
  });
});

describe('a fresh token that was not copied', () => {
  const fresh: Fresh = { profileId: 'p1', askedAt: now, step: 'failed', reason: 'access_denied of ada' };
  const unseen = { captures: [ending(3_600_000)], lookedAt: now - 1, profile };

  test('for there is none is said before all else, until somebody looks', () => {
    const failed = shown({ ...unseen, fresh });
    expect(failed).toMatchObject({ text: '!', title: 'Claimcheck: no fresh token. Open it to see why' });
    expect(failed.colour).toBe(shown({ captures: [ending(-1)], lookedAt: now, profile }).colour);
    const later = capture({ id: 'c2', capturedAt: now + 2, error: { error: 'access_denied' } });
    expect(shown({ ...unseen, captures: [later], fresh })).toEqual(failed);
    expect(shown({ ...unseen, fresh, lookedAt: now })).toMatchObject({ text: '' });
  });

  test('for the worker may not is said until somebody looks', () => {
    const ready: Fresh = { ...fresh, step: 'ready', way: 'silent', captureId: 'c1' };
    expect(shown({ ...unseen, fresh: ready })).toMatchObject({
      text: '!',
      title: 'Claimcheck: a fresh token is ready. Open it to copy it',
    });
    expect(shown({ ...unseen, fresh: ready, lookedAt: now })).toMatchObject({ text: '' });
  });
});

test('no value out of a token is ever shown', () => {
  for (const left of [-1000, 1000, 300_000, 3_600_000]) {
    const badge = JSON.stringify(shown({ captures: [ending(left)], lookedAt: now, profile }));
    expect(badge).not.toContain('ada');
    expect(badge).not.toContain('eyJ');
  }
});

test('each ground is a colour of the light theme on which white text reaches 4.5 to 1', () => {
  const sheet = readFileSync(new URL('../../../popup/tokens.css', import.meta.url), 'utf8');
  const fresh: Fresh = { profileId: 'p1', askedAt: now, step: 'copied', captureId: 'c1' };
  const grounds = [
    shown(),
    shown({ fresh, captures: [ending(3_600_000)] }),
    ...[1000, -1000].map((left) => shown({ captures: [ending(left)], lookedAt: now, profile })),
  ].map(({ colour }) => colour);
  expect(new Set(grounds).size).toBe(4);
  for (const ground of grounds) {
    expect(sheet).toContain(`light-dark(${ground},`);
    expect(1.05 / (luminance(ground) + 0.05)).toBeGreaterThanOrEqual(4.5);
  }
});

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
