/** Brings everything up to date, one run after the other. Running again is harmless. */
import { forgetPrivate } from '../actions/forget.ts';
import { withoutStale } from '../actions/sign-in.ts';
import { catchUp } from '../capture/arrive.ts';
import { interceptionsFor, isIntercepting } from '../capture/interception.ts';
import { permissions } from '../platform/permissions.ts';
import { canInterceptPrivately, setInterceptions } from '../platform/request-rules.ts';
import { isTabLoaded } from '../platform/tabs.ts';
import { hasPrivateWindow } from '../platform/windows.ts';
import { grantablePattern, needsOf } from '../protocol/needs.ts';
import type { PendingLogin, Profile } from '../protocol/records.ts';
import { isQuotaError } from '../store/room.ts';
import { readSession } from '../store/session-records.ts';
import { judgeCaptures } from '../verify/judge-captures.ts';
import { createChores } from './chores.ts';
import type { Context, World } from './world.ts';

export function createSettling(context: Context, world: World) {
  const { stores, session, now } = context;
  const chores = createChores(context, world);
  let last: Promise<unknown> = Promise.resolve();
  const afterwards = <R>(work: () => Promise<R>): Promise<R> => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };

  const keepRules = async () => {
    const [logins, profiles] = [await stores.logins.get(), await stores.profiles.get()];
    // a rule outlives the permission by which we would see what it catches
    const isSeen = await permissions.has({ permissions: ['webRequest'] });
    return setInterceptions(isSeen ? interceptionsFor(logins, profiles, now()) : []);
  };
  /** A login whose tab was closed does not come back inside: its rule goes with it. */
  const dropClosed = async () => {
    const waiting = (await stores.logins.get()).filter((login) => isIntercepting(login, now()));
    for (const { state, tabId } of waiting) {
      const isClosed = tabId !== undefined && (await isTabLoaded(tabId)) === undefined;
      if (isClosed) await stores.logins.update((logins) => logins.filter((login) => login.state !== state));
    }
  };
  const dropPrivate = async () => {
    const { logins, privateCaptures } = await readSession(session);
    const isAny = privateCaptures.length > 0 || logins.some(({ isPrivate }) => isPrivate);
    if (isAny && !(await hasPrivateWindow())) await world.change(forgetPrivate);
  };

  const takeIn = () => afterwards(() => catchUp(world.arriving));
  return {
    chores,
    /** Turns what waits in the inbox into captures: the first and most urgent part of settling. */
    takeIn,
    settle: async () => {
      await takeIn();
      await afterwards(async () => {
        await chores.show();
        await dropClosed();
        await world.change((records) => judgeCaptures(records, now())).catch(leaveForLater);
        await keepRules();
        await dropPrivate();
        chores.clean();
      });
    },
    /** Has the browser keep answers to this profile from the app. False when it does not let us. */
    intercept: (profile: Profile, isPrivate: boolean) =>
      afterwards(async () => {
        const isPossible = grantablePattern(profile.callback) !== undefined && (!isPrivate || canInterceptPrivately());
        return isPossible && (await permissions.has(needsOf({ ...profile, cleanUp: [] }))) && keepRules();
      }),
    /** Whether a login is under way whose answer is to be kept from the app. */
    isIntercepting: (logins: PendingLogin[]) =>
      withoutStale(logins, now()).some((login) => isIntercepting(login, now())),
  };
}

/** With the memory full the verdicts find no room. The next run judges again. */
function leaveForLater(error: unknown): void {
  if (!isQuotaError(error)) throw error;
}
