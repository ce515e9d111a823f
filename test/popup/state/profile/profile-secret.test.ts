import { describe, expect, test } from 'vitest';
import { type Draft, emptyDraft } from '../../../../popup/state/profile/profile-draft.ts';
import { findProblems } from '../../../../popup/state/profile/profile-problems.ts';
import { findSecretState } from '../../../../popup/state/profile/profile-secret.ts';
import { memoryArea } from '../../../../src/platform/area.ts';
import { createStores } from '../../../../src/store/stores.ts';

const record = { version: 1, iterations: 600_000, salt: '', iv: '', data: '' };

describe('where a client secret is', () => {
  const places: [inMemory: object, onDisk: object, state: string][] = [
    [{}, {}, 'none'],
    [{ p: 's' }, {}, 'memory'],
    [{ p: 's' }, { p: record }, 'disk'],
    [{}, { p: record }, 'locked'],
    [{ q: 's' }, { q: record }, 'none'],
  ];

  test.each(places)('with %j in memory and %j on disk: %s', async (clientSecrets, keptSecrets, state) => {
    const stores = createStores(memoryArea({ keptSecrets }), memoryArea({ clientSecrets }));
    expect(await findSecretState(stores, 'p')).toBe(state);
  });

  test('is nowhere for a profile that is named like a member of every object', async () => {
    expect(await findSecretState(createStores(memoryArea(), memoryArea()), 'constructor')).toBe('none');
  });
});

const filled: Draft = {
  ...emptyDraft,
  name: 'demo',
  prefix: 'my-app',
  region: 'us-east-1',
  clientId: 'c',
  callback: 'http://localhost/cb',
  clientAuth: 'client_secret_basic',
};
const disk = { keeping: 'disk' as const, clientSecret: 's' };

describe('saving a secret', () => {
  const found: [what: string, change: Partial<Draft>, ids: string[]][] = [
    ['in memory needs no passphrase', { clientSecret: 's' }, []],
    ['on disk needs one', disk, ['passphrase_missing']],
    ['on disk needs a long one', { ...disk, passphrase: 'eleven char' }, ['passphrase_short']],
    ['counts what a person sees', { ...disk, passphrase: '😀'.repeat(11) }, ['passphrase_short']],
    ['does not count spaces around it', { ...disk, passphrase: 'eleven char ' }, ['passphrase_short']],
    ['on disk is fine with twelve', { ...disk, passphrase: 'twelve chars' }, []],
    ['that was not typed anew needs none', { ...disk, clientSecret: ' ' }, []],
    ['that nothing needs is not asked about', { ...disk, clientAuth: 'none' }, []],
  ];

  test.each(found)('%s', (_what, change, ids) => {
    expect(findProblems({ ...filled, ...change }, []).map(({ id }) => id)).toEqual(ids);
  });
});

describe('an address that signing out leads to', () => {
  const addresses: [logoutUri: string, id: string | undefined][] = [
    ['', undefined],
    [' http://localhost:3000/ ', undefined],
    ['myapp://signed-out', undefined],
    ['http://app.example.com/', undefined],
    ['localhost:3000', 'callback_no_scheme'],
    ['/bye', 'callback_relative'],
    ['https://app.example.com/*', 'logout_wildcard'],
    ['https://app.example.com/#/bye', 'logout_fragment'],
    ['javascript:alert(1)', 'logout_scheme'],
    ['https://user@app.example.com/', 'callback_user_info'],
  ];

  test.each(addresses)('"%s" has the problem %s', (logoutUri, id) => {
    const found = findProblems({ ...filled, logoutUri }, []);
    expect(found.map((problem) => [problem.field, problem.level, problem.id])).toEqual(
      id === undefined ? [] : [['logoutUri', 'refused', id]],
    );
  });

  test('and a callback are nothing that a client alone needs', () => {
    const alone = { ...filled, responseType: '', callback: '', logoutUri: 'nonsense' };
    expect(findProblems(alone, [])).toEqual([]);
  });
});
