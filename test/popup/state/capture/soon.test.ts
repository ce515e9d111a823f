import { expect, test } from 'vitest';
import { newestCapture } from '../../../../popup/state/capture/current.ts';
import { capturesSoon, isNewestOfEach } from '../../../../popup/state/capture/soon.ts';
import { capture, profile } from '../../../support/records.ts';

const where = { isPrivate: false, canIntercept: true, keepsRedirects: true };
const [a, b] = [profile({ id: 'a' }), profile({ id: 'b' })];
const stored = [
  capture({ id: '5', profileId: 'a', frame: 'sub' }),
  capture({ id: '4', profileId: 'a' }),
  capture({ id: '3', profileId: 'a' }),
  capture({ id: '2', profileId: 'b' }),
];

test('the newest of the main frame of each profile is found by a look at what is stored', () => {
  const broken = [null, 7, 'text', {}, { frame: 'main' }];
  expect([...broken, ...stored].filter(isNewestOfEach())).toEqual([{ frame: 'main' }, stored[1], stored[3]]);
});

test('it is the one that stands in front once all are known', () => {
  const newestOfEach = stored.filter(isNewestOfEach());
  for (const one of [a, b]) {
    const own = stored.filter(({ profileId }) => profileId === one.id);
    expect(capturesSoon({ where, newestOfEach }, one)).toEqual([newestCapture(own)]);
  }
});

test.each([
  ['nothing is read yet', { where }],
  ['the window is not known', { newestOfEach: stored }],
  ['the window is private', { where: { ...where, isPrivate: true }, newestOfEach: stored }],
  ['the profile has none', { where, newestOfEach: [capture({ profileId: 'b' })] }],
])('nothing stands in front early where %s', (_, world) => expect(capturesSoon(world, a)).toBeUndefined());

test('nor where a silent sign-in found no session, which may stand behind an earlier capture', () => {
  const silent = capture({ profileId: 'a', silent: true, tokens: {}, error: { error: 'login_required' } });
  expect(capturesSoon({ where, newestOfEach: [silent] }, a)).toBeUndefined();
});
