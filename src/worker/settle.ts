/** Brings everything up to date, one run after the other. Running again is harmless. */
import { withoutStale } from '../actions/sign-in.ts';
import { catchUp } from '../capture/arrive.ts';
import { isInboxKey } from '../capture/inbox.ts';
import { interceptionsFor, isIntercepting } from '../capture/interception.ts';
import { canInterceptPrivately } from '../platform/kind.ts';
import { permissions } from '../platform/permissions.ts';
import { setInterceptions } from '../platform/request-rules.ts';
import { isTabLoaded } from '../platform/tabs.ts';
import { grantablePattern, watchNeedsOf } from '../protocol/needs.ts';
import type { PendingLogin, Profile } from '../protocol/records.ts';
import { createChores } from './chores.ts';
import { createDropPrivate } from './drop-private.ts';
import type { InEffect } from './in-effect.ts';
import type { Judging } from './judging.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Pause } from './pause.ts';
import type { PrivateWindows } from './private-windows.ts';
import { createTurns } from './turns.ts';
import type { Context, World } from './world.ts';

type Parts = {
  world: World;
  inEffect: InEffect;
  privateWindows: PrivateWindows;
  judging: Judging;
  pause: Pick<Pause, 'isOn'>;
};

export function createSettling(context: Context, { world, inEffect, privateWindows, judging, pause }: Parts) {
  const { stores, session, now } = context;
  const chores = createChores(context, world);
  const { arrives, hasArrived, afterwards } = createTurns();

  const keepRules = async () => {
    const logins = await stores.logins.get();
    // one of a policy that is read late would be taken for deleted
    const profiles = logins.length > 0 ? await stores.allProfiles.whole() : [];
    if (!(await inEffect.has('declarativeNetRequestWithHostAccess'))) return false;
    // a rule outlives the permission by which we would see what it catches, and a pause keeps us from looking
    const isAllowed = (await permissions.has({ permissions: ['webRequest'] })) && (await inEffect.has('webRequest'));
    const isSeen = isAllowed && !(await pause.isOn());
    return (await setInterceptions(isSeen ? interceptionsFor(logins, profiles, now()) : [])) && isSeen;
  };
  /** Whether an answer lies in the inbox: one for which there is no room may be the end of a login. */
  const isWaiting = async () => (await session.keys()).some(isInboxKey);
  /** A login whose profile was deleted is over, and so is one that would end inside and whose tab was closed. */
  const findLost = async () => {
    const logins = await stores.logins.get();
    if (logins.length === 0) return new Set<string>();
    const profiles = await stores.allProfiles.whole();
    const isLost = async (login: PendingLogin) => {
      if (!profiles.some(({ id }) => id === login.profileId)) return true;
      const { tabId } = login;
      return isIntercepting(login, now()) && tabId !== undefined && (await isTabLoaded(tabId)) === undefined;
    };
    const lost = await Promise.all(logins.map(isLost));
    return new Set(logins.filter((_, at) => lost[at]).map(({ state }) => state));
  };
  const dropLost = async () => {
    if ((await findLost()).size === 0) return;
    // its answer may be what closed the tab
    await hasArrived();
    await catchUp(world.arriving);
    if (await isWaiting()) return;
    const lost = await findLost();
    await stores.logins.update((logins) => logins.filter(({ state }) => !lost.has(state)));
  };
  const dropPrivate = createDropPrivate({ stores, session }, { world, privateWindows });

  const takeIn = () => afterwards(() => catchUp(world.arriving));
  const settle = oneAtATime(async () => {
    await takeIn();
    await afterwards(async () => {
      await chores.show();
      await dropLost();
      // what cannot be judged now is judged the next time
      void judging.run().catch(() => {});
      await keepRules();
      await dropPrivate();
      chores.clean();
    });
  });
  return {
    chores,
    /** An answer is on its way to the inbox: whatever is done next waits for it. */
    arrives,
    /** Turns what waits in the inbox into captures: the first and most urgent part of settling. */
    takeIn,
    isWaiting,
    settle,
    /** Has the browser keep answers to this profile from the app. False when it does not let us. */
    intercept: (profile: Profile, isPrivate: boolean) =>
      afterwards(async () => {
        const isPossible = grantablePattern(profile.callback) !== undefined && (!isPrivate || canInterceptPrivately());
        return isPossible && (await permissions.has(watchNeedsOf({ ...profile, cleanUp: [] }))) && keepRules();
      }),
    /** Whether a login is under way whose answer is to be kept from the app. */
    isIntercepting: (logins: PendingLogin[]) =>
      withoutStale(logins, now()).some((login) => isIntercepting(login, now())),
  };
}
