import { waitUntil } from '../../../tools/wait-until.mjs';
import { holdStorage } from '../../e2e/support/hold-storage.ts';
import type { SoakWorld } from './soak-world.ts';

/**
 * When the worker dies: what happens, with its end somewhere in it. None is killed between an event and its first write, a
 * few milliseconds in which no browser ends a worker: what it was told then is lost.
 */
export type Death = readonly [when: string, happen: (world: SoakWorld) => Promise<unknown>];

const soon = (look: () => boolean | Promise<boolean>, what: string) =>
  waitUntil(look, { what, interval: 1, timeout: 300_000 });

/** A login that the app began. */
export const deathsOfCaptures: Death[] = [
  [
    'before the answer comes',
    async (world) => {
      await world.stop();
      await world.appLogin('one');
    },
  ],
  [
    'as soon as the answer lies in memory',
    async (world) => {
      const { state } = await world.appLogin('two');
      await soon(() => world.memory.holds(state), 'the answer to be written');
      await world.stop();
    },
  ],
  [
    'while it waits to make a capture of it',
    async (world) => {
      const held = await holdStorage(world.driver);
      const { state } = await world.appLogin('one');
      await soon(() => world.memory.holds(state), 'the answer to be written');
      await held.untilSomebodyWaits();
      await world.stop();
      await held.letGo();
    },
  ],
  [
    'while the keys are asked for',
    async (world) => {
      await world.memory.write('session', { documents: [] });
      world.err('none');
      await world.appLogin('two');
      await soon(() => world.provider.requests.some(({ path }) => path === '/keys'), 'the keys to be asked for');
      await world.stop();
    },
  ],
];

/** A sign-in with a code. The first brings tokens that can be refreshed. */
export const deathsOfSignIns: Death[] = [
  [
    'once the tokens are there',
    async (world) => {
      world.err('none');
      await (await world.signIn()).goOn();
      await soon(() => world.provider.sent.length > 0, 'the code to be handed in');
      await world.settled();
      await world.stop();
    },
  ],
  [
    'while the person is at the provider',
    async (world) => {
      const login = await world.signIn();
      await world.stop();
      await login.goOn();
    },
  ],
  [
    'as soon as the code lies in memory',
    async (world) => {
      const login = await world.signIn();
      await login.goOn();
      await soon(() => world.memory.holds(login.state), 'the code to be written');
      await world.stop();
    },
  ],
  [
    'while the code is with the provider',
    async (world) => {
      world.err('token-held');
      await (await world.signIn()).goOn();
      await soon(() => world.provider.sent.length > 0, 'the code to be handed in');
      await world.stop();
      world.err('none');
    },
  ],
];

/** Firefox ends no event page while it answers a message. */
export const deathsOfRefreshes: Death[] = [
  [
    'while the refresh token is with the provider',
    async (world) => {
      const held = await world.settled();
      const refreshable = held.find(({ tokens, failure }) => tokens.includes('refresh_token') && failure === '');
      if (!refreshable) throw new Error('Nothing can be refreshed');
      world.err('token-held');
      void world.memory.ask({ type: 'refresh', captureId: refreshable.id });
      await soon(() => world.provider.sent.length > 0, 'the refresh token to be handed in');
      await world.stop();
      world.err('none');
    },
  ],
];

/** Closes the tabs of sign-ins. */
export async function closeSignIns({ driver, app }: SoakWorld): Promise<void> {
  const isOfSignIn = (url: string) => ['back/code', 'login'].some((path) => url.startsWith(`${app.origin}/${path}`));
  for (const page of await driver.pages()) {
    if (isOfSignIn(await page.url())) await page.close();
  }
}
