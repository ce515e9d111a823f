import { expect, test } from 'vitest';
import { findOption, pickGroups } from '../../../../popup/state/compare/pick-options.ts';
import { capture, profile, token } from '../../../support/records.ts';

test('every capture can be chosen, by profile, those of private windows apart', () => {
  const groups = pickGroups(
    [
      capture({ id: 'a' }),
      capture({ id: 'b', frame: 'sub', tokens: { id_token: token({ sub: 'x\u202Ey' }) } }),
      capture({ id: 'c', profileId: 'gone' }),
    ],
    [capture({ id: 'd' })],
    [profile()],
  );
  expect(groups.map(({ name, options }) => [name, ...options.map(({ id, who }) => `${id} ${who}`)])).toEqual([
    ['demo', 'a ada', 'b x⟨U+202E⟩y, in a frame'],
    ['Deleted profile', 'c ada'],
    ['demo, private window', 'd ada'],
  ]);
  expect(findOption(groups, 'd')?.when).toMatch(/23.*:\d\d:16/);
  expect(findOption(groups, 'none')).toBeUndefined();
});
