/** Logins that are started here, how they are ended, and the provider's sign-out. */
import { type SignInAs, signIn } from '../actions/sign-in.ts';
import { signOut } from '../actions/sign-out.ts';
import type { Discovered, Outcome } from '../messages.ts';
import { closeTab, goTo, isTabLoaded, openEmptyTab, openTab } from '../platform/tabs.ts';
import { findWindow, isAllowedPrivately, openPrivateWindow } from '../platform/windows.ts';
import { isUnderWay } from '../protocol/fresh.ts';
import { withPastState } from '../protocol/past-states.ts';
import type { PendingLogin } from '../protocol/records.ts';
import { isQuotaError } from '../store/room.ts';
import type { SessionRecords } from '../store/session-records.ts';
import type { Judging } from './judging.ts';
import type { Pause } from './pause.ts';
import type { createSettling } from './settle.ts';
import { createSilentTabs } from './silent-tabs.ts';
import { done, unlessFull, type Verbs } from './verbs.ts';
import type { Context, World } from './world.ts';

type Settling = Pick<ReturnType<typeof createSettling>, 'settle' | 'intercept'>;
type Parts = {
  world: Pick<World, 'change' | 'findCapture' | 'changeCapture'>;
  settling: Settling;
  judging: Judging;
  pause: Pick<Pause, 'takeBack'>;
};

type Start = {
  profileId: string;
  windowId?: number;
  as?: SignInAs;
  /** In a new private window. */
  inPrivate?: boolean;
  onStored?: (state: string) => Promise<unknown>;
};

export function createSigningIn(
  { stores, now }: Pick<Context, 'stores' | 'now'>,
  { world, settling: { settle, intercept }, judging, pause }: Parts,
) {
  const start = async ({ profileId, windowId, as, inPrivate = false, onStored }: Start) => {
    if (inPrivate && !(await isAllowedPrivately())) return { ok: false as const, reason: notPrivately };
    const place = { ...(windowId !== undefined && { windowId }), isBehind: as === 'silent' };
    const open = (url: string) => (inPrivate ? openPrivateWindow(url) : openTab(url, place));
    const signedIn = await unlessFull(
      signIn(
        profileId,
        {
          profiles: stores.allProfiles.get,
          changeLogins: stores.logins.update,
          openTab: open,
          openEmptyTab: () => openEmptyTab(open),
          goTo,
          findRejection: async (profile) => rejectionOf(await judging.discovered(profile)),
          intercept,
          now,
          isFull: isQuotaError,
          onStored: async (state) => {
            await onStored?.(state);
            // its answer may be back before a pause would have been noticed to be over
            await pause.takeBack();
          },
        },
        as,
      ),
    );
    return signedIn;
  };
  /** Forgets a login that the person ended. "Fresh token" is told first: it would take another way otherwise. */
  const giveUp = async (state: string, reason: string) => {
    const waitsFor = await stores.fresh.get();
    if (waitsFor?.login === state && isUnderWay(waitsFor, now())) {
      await stores.fresh.update((fresh) => (fresh?.login === state ? { ...fresh, step: 'failed', reason } : fresh));
    }
    await stores.logins.update((logins) => logins.filter((login) => login.state !== state));
    await settle();
  };
  const silentTabs = createSilentTabs({ stores, now }, { settle, giveUp }, { closeTab, isTabLoaded });
  const isPrivateCapture = async (captureId: string) =>
    (await stores.privateCaptures.get()).some(({ id }) => id === captureId);

  const verbs: Pick<Verbs, 'signIn' | 'cancelSignIn' | 'signOut'> = {
    signIn: async ({ type: _, ...asked }): Promise<Outcome> => {
      const started = await start(asked);
      if (!started.ok) return started;
      // a silent login has no page on which the person would see how it ends
      return asked.as === 'silent' ? silentTabs.outcomeOf(started.state) : done;
    },
    cancelSignIn: async ({ state }) => {
      const login = (await stores.logins.get()).find((one) => one.state === state);
      if (login) await world.change((records) => withCancelled(records, login, now()));
      await giveUp(state, 'The sign-in was cancelled.');
      // nobody has looked at it: it is ours to close
      if (login?.silent && login.tabId !== undefined) await closeTab(login.tabId);
      return done;
    },
    signOut: async ({ profileId, captureId, windowId }) => {
      const inWindow = windowId ?? (await findWindow(captureId !== undefined && (await isPrivateCapture(captureId))));
      return unlessFull(
        signOut(
          { profileId, ...(captureId !== undefined && { captureId }) },
          {
            ...world,
            profiles: stores.allProfiles.get,
            findMetadata: async (profile) => {
              const discovered = await judging.discovered(profile);
              return discovered?.ok ? discovered.metadata.document : undefined;
            },
            openTab: (url) => openTab(url, inWindow === undefined ? {} : { windowId: inWindow }),
            now,
          },
        ),
      );
    },
  };
  return { verbs, start, giveUp, silentTabs };
}

export type SigningIn = ReturnType<typeof createSigningIn>;

/** Its answer may still come, and is to be told as what it is. */
function withCancelled(records: SessionRecords, login: PendingLogin, at: number): SessionRecords {
  return { ...records, pastStates: withPastState(records.pastStates ?? [], login, 'cancelled', at) };
}

const notPrivately = 'Allow Claimcheck in private windows on the browser’s extensions page, then try again.';

/** A configuration whose issuer is not the one that its document names is not used (OpenID Connect Discovery 4.3). */
function rejectionOf(discovered: Discovered | undefined): string | undefined {
  if (discovered?.ok !== false || discovered.problem !== 'issuer_mismatch') return undefined;
  return `The discovery document of the profile’s issuer names another one: ${discovered.detail ?? 'none'}. Correct the issuer in the profile first.`;
}
