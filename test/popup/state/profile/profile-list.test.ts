import { describe, expect, test } from 'vitest';
import { duplicateProfile, moveProfile } from '../../../../popup/state/profile/profile-list.ts';
import { copyName, freeName } from '../../../../popup/state/profile/profile-names.ts';
import { memoryArea } from '../../../../src/platform/area.ts';
import { createStores } from '../../../../src/store/stores.ts';
import { profile } from '../../../support/records.ts';

const three = ['a', 'b', 'c'].map((id) => profile({ id, name: id }));

function world() {
  const { profiles } = createStores(memoryArea({ profiles: three }), memoryArea());
  return { profiles, newId: () => 'new', ids: async () => (await profiles.get()).map(({ id }) => id).join('') };
}

describe('the list of profiles', () => {
  const moves: [id: string, by: -1 | 1, order: string][] = [
    ['b', -1, 'bac'],
    ['b', 1, 'acb'],
    ['a', -1, 'abc'],
    ['c', 1, 'abc'],
    ['gone', 1, 'abc'],
  ];

  test.each(moves)('moves %s by %i to %s', async (id, by, order) => {
    const host = world();
    await moveProfile(host, id, by);
    expect(await host.ids()).toBe(order);
  });

  test('gets a copy with an id and a name of its own, behind the others', async () => {
    const host = world();
    const id = await duplicateProfile(host, profile({ id: 'a', name: 'a' }), ['a', 'b', 'c', 'copy of A']);
    expect(id).toBe('new');
    expect((await host.profiles.get()).at(-1)).toEqual(profile({ id: 'new', name: 'Copy of a 2' }));
  });

  test('a copy takes no secret parameter along', async () => {
    const host = world();
    const extraParams: [string, string][] = [
      ['client_secret', 's'],
      ['audience', 'api'],
    ];
    await duplicateProfile(host, profile({ extraParams }), []);
    expect((await host.profiles.get()).at(-1)?.extraParams).toEqual([['audience', 'api']]);
  });

  test.each([
    ['Second', [], 'Copy of Second'],
    ['Second', ['Copy of Second'], 'Copy of Second 2'],
    ['Copy of Second', ['Copy of Second'], 'Copy of Second 2'],
    ['Copy of Second 2', ['Copy of Second', 'Copy of Second 2'], 'Copy of Second 3'],
    ['Copy of Web 2', ['Web 2', 'Copy of Web 2'], 'Copy of Web 2 2'],
    ['Web 2', ['Copy of Web'], 'Copy of Web 2'],
    ['copy of Copy of Second', [], 'Copy of Second'],
    ['é'.repeat(200), [], `Copy of ${'é'.repeat(187)}`],
  ])('names a copy of “%s” beside %j', (name, taken, copy) => {
    expect(copyName(name, [name, ...taken])).toBe(copy);
  });

  test('finds a name that is free, whatever its case and spelling', () => {
    expect(freeName('demo', [])).toBe('demo');
    expect(freeName('demo', [' DEMO ', 'ｄｅｍｏ 2'])).toBe('demo 3');
  });
});
