import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

const required = 'https://required.example/*';
let held: { permissions?: string[]; origins?: string[] } = {};
const asked: [verb: string, grant: object][] = [];
const writeDown = (verb: string) => async (grant: object) => {
  asked.push([verb, grant]);
  return true;
};

// importing it outside an extension throws, so the one module that does is replaced
vi.mock('../../../src/platform/browser.ts', () => ({
  browser: {
    runtime: {
      getManifest: () => ({
        permissions: ['alarms'],
        optional_permissions: ['history', 'webRequest'],
        host_permissions: [required],
      }),
    },
    permissions: {
      contains: writeDown('contains'),
      request: writeDown('request'),
      remove: async (grant: { origins: string[] }) => {
        if (grant.origins.includes(required)) throw new Error('You cannot remove required permissions');
        return writeDown('remove')(grant);
      },
      getAll: async () => held,
    },
  },
}));

let permissions: typeof import('../../../src/platform/permissions.ts').permissions;
beforeAll(async () => {
  ({ permissions } = await import('../../../src/platform/permissions.ts'));
});
beforeEach(() => void asked.splice(0));

describe('permissions', () => {
  const grant = {
    permissions: ['webRequest', 'declarativeNetRequestWithHostAccess'],
    origins: ['https://a.example/*'],
  };
  const optional = { permissions: ['webRequest'], origins: grant.origins };

  test('are asked for without those that this build requires', async () => {
    await permissions.has(grant);
    await permissions.request(grant);
    await permissions.request({ origins: grant.origins });
    expect(asked).toEqual([
      ['contains', optional],
      ['request', optional],
      ['request', { permissions: [], origins: grant.origins }],
    ]);
  });

  test('are asked for before anything is awaited', () => {
    void permissions.request(grant);
    expect(asked).toHaveLength(1);
  });

  test('are given back but for those that this build requires', async () => {
    expect(await permissions.remove(grant)).toBe(true);
    expect(asked).toEqual([['remove', optional]]);
  });

  test('that the browser keeps are not given back, and that is no error', async () => {
    expect(await permissions.remove({ origins: [required] })).toBe(false);
  });

  test('are told without those that this build requires', async () => {
    held = { permissions: ['alarms', 'history'], origins: [required, 'https://a.example/*'] };
    expect(await permissions.granted()).toEqual({ permissions: ['history'], origins: ['https://a.example/*'] });
    held = { permissions: ['alarms'] };
    expect(await permissions.granted()).toEqual({ permissions: [], origins: [] });
  });
});
