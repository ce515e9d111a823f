/** "Fresh token": the shortest way to an access token that is good for a while, and onto the clipboard. */
import { isSettled, isUnderWay } from '../protocol/fresh.ts';
import type { Fresh } from '../protocol/records.ts';
import type { Clipboard } from './clipboard.ts';
import type { freshBrowser } from './fresh-browser.ts';
import { createFreshSteps } from './fresh-steps.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { SigningIn } from './signing-in.ts';
import type { TokenCalls } from './token-calls.ts';
import { done, unlessFull, type Verbs } from './verbs.ts';
import type { Context } from './world.ts';

type Parts = {
  tokenCalls: Pick<TokenCalls, 'refresh' | 'verbs'>;
  signingIn: Pick<SigningIn, 'start'>;
  clipboard: Pick<Clipboard, 'canCopy' | 'copy' | 'note'>;
};

/** In milliseconds: after this the next life of a worker that has ended goes on. */
const restart = 30_000;

/** Must be called in the first turn: the keyboard command may start the worker. */
export function createFreshToken(
  context: Context,
  { tokenCalls, signingIn, clipboard }: Parts,
  browser: typeof freshBrowser,
) {
  const { stores, now } = context;
  /** Where the last sign-in is to be opened: a window may be closed by the next life of the worker. */
  let place: { askedAt: number; windowId: number } | undefined;
  const advance = createFreshSteps(context, {
    tokenCalls,
    startLogin: async ({ profileId, askedAt, isPrivate }, as, onStored) => {
      const windowId = place?.askedAt === askedAt ? place.windowId : await browser.findWindow(isPrivate === true);
      if (windowId === undefined) return { ok: false, reason: noWindow[isPrivate ? 'private' : 'normal'] };
      return signingIn.start({ profileId, windowId, onStored, ...(as && { as }) });
    },
  });

  /** Writes the next step, unless the person has asked anew or cancelled meanwhile. Gives whether it did. */
  const write = async (before: Fresh, next: Fresh): Promise<boolean> => {
    let isWritten = false;
    await stores.fresh.update((current) => {
      isWritten = current !== undefined && current.askedAt === before.askedAt && !isSettled(current);
      return isWritten ? next : current;
    });
    return isWritten;
  };
  const copied = async (fresh: Fresh): Promise<Fresh> => {
    if (fresh.step !== 'ready' || !(await clipboard.canCopy())) return fresh;
    // of what nobody waits for any more nothing comes onto the clipboard
    if ((await stores.fresh.get())?.askedAt !== fresh.askedAt) return fresh;
    const side = fresh.isPrivate ? stores.privateCaptures : stores.captures;
    const token = (await side.get()).find(({ id }) => id === fresh.captureId)?.tokens.access_token;
    return token !== undefined && (await clipboard.copy(token)) ? { ...fresh, step: 'copied' } : fresh;
  };
  const walk = async () => {
    for (;;) {
      const fresh = await stores.fresh.get();
      if (!fresh || isSettled(fresh)) return wakeAt(undefined);
      wakeAt(now() + restart);
      const next = await advance(fresh, (state) => write(fresh, { ...fresh, login: state }));
      if (next === undefined) return;
      await write(fresh, await copied(next));
    }
  };
  // what finds no room in memory is tried again with the next change
  const goOn = oneAtATime(() => unlessFull(walk()).then(() => {}));
  const setAlarm = browser.createWake('fresh', () => void goOn());
  let alarm: number | undefined;
  const wakeAt = (at: number | undefined) => {
    if (alarm !== at) setAlarm(at);
    alarm = at;
  };

  type Ask = Pick<Fresh, 'profileId'> & { windowId?: number; isPrivate?: boolean };
  const ask = async ({ profileId, windowId, isPrivate = false }: Ask) => {
    const profiles = await stores.allProfiles.get();
    if (!profiles.some(({ id }) => id === profileId)) {
      return { ok: false as const, reason: 'This profile is not there any more.' };
    }
    const current = await stores.fresh.get();
    const isSame = current?.profileId === profileId && (current.isPrivate === true) === isPrivate;
    if (isSame && isUnderWay(current, now())) {
      await showLogin(current);
    } else {
      const askedAt = now();
      place = windowId === undefined ? undefined : { askedAt, windowId };
      await stores.fresh.update(() => ({ profileId, askedAt, step: 'looking', ...(isPrivate && { isPrivate }) }));
    }
    // what it comes to stands in `fresh`
    void goOn().catch(() => {});
    return done;
  };
  /** Asked for again, a sign-in that waits for the person comes to the front. */
  const showLogin = async ({ step, login: state }: Fresh) => {
    const login = (await stores.logins.get()).find((one) => one.state === state && !one.ended);
    if (step === 'signing_in' && login?.tabId !== undefined) await browser.showTab(login.tabId).catch(() => {});
  };

  browser.onCommand('fresh-token', (where) => {
    const mayCopy = browser.recallMayCopy();
    // Firefox opens the popup in this very turn, or not at all
    if (mayCopy === false) void browser.openPopup();
    const pressed = async () => {
      // the one in front may be a policy’s that is not known yet: another one’s token must not be taken for it
      const [profiles, active] = [await stores.allProfiles.whole(), await stores.activeProfile.get()];
      const profile = profiles.find(({ id }) => id === active) ?? profiles[0];
      if (mayCopy === undefined && !(profile && (await clipboard.canCopy()))) void browser.openPopup();
      if (profile) await ask({ profileId: profile.id, ...where });
    };
    void pressed().catch(() => {});
  });
  const remember = async () => browser.rememberMayCopy(await clipboard.canCopy());
  // a service worker has no such memory: there nothing is asked for at its start
  if (browser.recallMayCopy() !== undefined) {
    browser.onPermissions(() => void remember());
    void remember();
  }

  const verbs: Pick<Verbs, 'freshToken' | 'copied'> = {
    freshToken: ({ type: _, ...asked }) => unlessFull(ask(asked)),
    copied: async ({ text, isFresh }) => {
      await clipboard.note(text);
      if (isFresh) {
        await stores.fresh.update((fresh) => (fresh?.step === 'ready' ? { ...fresh, step: 'copied' } : fresh));
      }
      return done;
    },
  };
  return {
    verbs,
    /** Goes on with what was asked for, once captures or logins have changed. Harmless to run again. */
    goOn,
  };
}

const noWindow = {
  normal: 'There is no window in which a sign-in could be opened. Open one, then try again.',
  private: 'There is no private window any more. Open one, then try again.',
};
