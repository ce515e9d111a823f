import { describe, expect, test } from 'vitest';
import { goingWords } from '../../../../popup/editor/going-words.ts';
import type { Grant } from '../../../../popup/host.ts';
import { deleteProfile, findGoing } from '../../../../popup/state/profile/profile-delete.ts';
import type { Message } from '../../../../src/messages.ts';
import { memoryArea } from '../../../../src/platform/area.ts';
import type { Profile } from '../../../../src/protocol/records.ts';
import { createStores } from '../../../../src/store/stores.ts';
import { capture, login, profile } from '../../../support/records.ts';

const record = { version: 1, iterations: 600_000, salt: '', iv: '', data: '' };
const own = profile({ callback: 'https://app.example.com/cb', intercept: true, cleanUp: ['history'] });

/** A host on a storage in memory that writes down what it was sent; the browser grants what is named. */
function world(others: Profile[], granted: string[] = [], session: Record<string, unknown> = {}, kept = {}) {
  const stores = createStores(memoryArea({ profiles: [own, ...others], keptSecrets: kept }), memoryArea(session));
  const sent: Message[] = [];
  const host = {
    ...stores,
    send: async (message: Message) => {
      sent.push(message);
      return { ok: true } as never;
    },
    permissions: {
      has: async ({ permissions = [], origins = [] }: Grant) =>
        [...permissions, ...origins].every((name) => granted.includes(name)),
      request: async () => true,
      remove: async () => true,
      onChanged: () => {},
    },
  };
  return { host, sent };
}

const all = ['webNavigation', 'webRequest', 'declarativeNetRequestWithHostAccess', 'history'];
const app = 'https://app.example.com/*';
const domain = 'https://demo.auth.us-east-1.amazoncognito.com/*';

describe('deleting a profile', () => {
  test('names what the browser gets back: what no other profile needs, of what is granted', async () => {
    const lone = await findGoing(world([], [...all, app, domain]).host, own);
    expect(lone.grants).toEqual({
      permissions: ['webRequest', 'declarativeNetRequestWithHostAccess', 'history'],
      origins: [app, domain],
    });
    const other = profile({ id: 'p2', callback: 'https://app.example.com/two', watchRequests: true });
    const shared = await findGoing(world([other], [...all, app, domain]).host, own);
    expect(shared.grants).toEqual({ permissions: ['declarativeNetRequestWithHostAccess', 'history'], origins: [] });
    expect((await findGoing(world([]).host, own)).grants).toEqual({ permissions: [], origins: [] });
  });

  test('ends its logins, and has its secret and its captures forgotten, no others', async () => {
    const session = {
      captures: [capture(), capture({ id: 'c2', profileId: 'p2' })],
      privateCaptures: [capture({ id: 'c3' })],
      logins: [login(), login({ state: 'over', ended: true }), login({ state: 'of another', profileId: 'p2' })],
      clientSecrets: { p1: 'secret' },
    };
    const { host, sent } = world([profile({ id: 'p2' })], [], session);
    await deleteProfile(host, own);
    expect((await host.profiles.get()).map(({ id }) => id)).toEqual(['p2']);
    expect(sent).toEqual([
      { type: 'cancelSignIn', state: 'the-state' },
      { type: 'forgetSecret', profileId: 'p1' },
      { type: 'forget', captureIds: ['c1', 'c3'] },
    ]);
  });

  test('of which nothing is held has a secret forgotten that may just be being kept, and nothing else', async () => {
    const { host, sent } = world([]);
    await deleteProfile(host, own);
    expect(sent).toEqual([{ type: 'forgetSecret', profileId: own.id }]);
  });

  test('says so beforehand', async () => {
    const session = { captures: [capture(), capture({ id: 'c2' })], logins: [login()] };
    const { host } = world([], ['webRequest', app], session, { p1: record });
    const words = goingWords(await findGoing(host, own)).join(' ');
    for (const part of [
      '2 captures',
      'on disk, is deleted',
      'login under way ends',
      'webRequest and app.example.com',
    ]) {
      expect(words).toContain(part);
    }
    const bare = goingWords(await findGoing(world([]).host, own));
    expect(bare).toEqual(['The profile goes, and its callback is not watched any more.', 'It has no captures.']);
  });
});
