/** Watches the tabs of silent logins: the provider leads on at once, or it shows a page, and then the login is over. */
import type { Outcome } from '../messages.ts';
import type { PendingLogin, Profile } from '../protocol/records.ts';
import { loginPageReason } from '../provider/session-words.ts';
import { done } from './verbs.ts';
import type { Context } from './world.ts';

/** In milliseconds: how long a page that has loaded may take to lead on, how long a silent login may take at all. */
const stillness = 1500;
const patience = 15_000;
const look = 100;

type Tabs = {
  closeTab: (tabId: number) => Promise<unknown>;
  /** Undefined when it is closed. */
  isTabLoaded: (tabId: number) => Promise<boolean | undefined>;
  pause?: () => Promise<unknown>;
};

type Parts = {
  settle: () => Promise<unknown>;
  /** Forgets a login that the person ended. */
  giveUp: (state: string, reason: string) => Promise<unknown>;
};

export function createSilentTabs(
  { stores, now }: Pick<Context, 'stores' | 'now'>,
  { settle, giveUp }: Parts,
  { closeTab, isTabLoaded, pause = () => new Promise((resolve) => setTimeout(resolve, look)) }: Tabs,
) {
  const find = async (state: string) =>
    (await stores.logins.get()).find((login) => login.state === state && !login.ended);
  const wordsFor = async (profileId: string) => {
    const profile = (await stores.allProfiles.get()).find(({ id }) => id === profileId);
    return loginPageReason(profile ?? ({ provider: 'oidc' } satisfies Pick<Profile, 'provider'>));
  };
  /** The login, where no answer ended it: one may just be waiting in the inbox. */
  const findUnanswered = async (state: string) => {
    await settle();
    return find(state);
  };
  const fail = async (state: string): Promise<Outcome> => {
    const login = await findUnanswered(state);
    if (!login) return done;
    await stores.logins.update((logins) => logins.filter((other) => other.state !== state));
    if (login.tabId !== undefined) await closeTab(login.tabId);
    await settle();
    return { ok: false, reason: hasOtherAnswer(login) ? otherState : await wordsFor(login.profileId) };
  };
  const watch = async (state: string): Promise<Outcome> => {
    let stillSince: number | undefined;
    for (;;) {
      const login = await find(state);
      if (!login) return done;
      if (hasOtherAnswer(login)) return fail(state);
      const { tabId, intercept, startedAt } = login;
      const isLoaded = tabId === undefined ? false : await isTabLoaded(tabId);
      if (isLoaded === undefined) {
        // the tab is closed once an answer is in: by the person, then, only where none is
        const open = await findUnanswered(state);
        if (!open || hasOtherAnswer(open)) return fail(state);
        await giveUp(state, tabClosed);
        return { ok: false, reason: tabClosed };
      }
      // until the rule stands its tab is empty
      const isStill = isLoaded && intercept !== 'wanted';
      stillSince = isStill ? (stillSince ?? now()) : undefined;
      const isShown = stillSince !== undefined && now() - stillSince >= stillness;
      if (isShown || now() - startedAt >= patience) return fail(state);
      await pause();
    }
  };
  const flights = new Map<string, Promise<Outcome>>();
  /** Over when the login is: it was answered, or has come to nothing. */
  const outcomeOf = (state: string): Promise<Outcome> => {
    const flight = flights.get(state) ?? watch(state).finally(() => flights.delete(state));
    flights.set(state, flight);
    return flight;
  };
  return {
    outcomeOf,
    /** Watches every silent login there is. Harmless to run again. */
    follow: async (): Promise<void> => {
      const logins = await stores.logins.get();
      for (const { state, silent, ended } of logins) {
        // what could not be done is taken up again by the alarm of the logins
        if (silent && !ended) void outcomeOf(state).catch(() => {});
      }
    },
  };
}

/** Whether its tab ended at the callback with an answer that is not its own: none other comes. */
function hasOtherAnswer({ captureIds }: PendingLogin): boolean {
  return captureIds.length > 0;
}

const otherState =
  'The answer carried another state than the one that was sent, so it is not the answer to this login.';

export const tabClosed = 'The tab of the sign-in was closed, so the sign-in was cancelled.';
