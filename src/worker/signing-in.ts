/** Logins that are started here, and the provider's sign-out. */
import { signIn } from '../actions/sign-in.ts';
import type { Discovered } from '../messages.ts';
import { goTo, openEmptyTab, openTab } from '../platform/tabs.ts';
import type { Judging } from './judging.ts';
import type { createSettling } from './settle.ts';
import { done, unlessFull, type Verbs } from './verbs.ts';
import type { Context } from './world.ts';

type Settling = Pick<ReturnType<typeof createSettling>, 'settle' | 'intercept'>;
type Parts = { settling: Settling; judging: Judging };

export function createSigningIn({ stores, now }: Context, { settling: { settle, intercept }, judging }: Parts) {
  const verbs: Pick<Verbs, 'signIn' | 'cancelSignIn' | 'signOut'> = {
    signIn: ({ profileId, windowId }) =>
      unlessFull(
        signIn(profileId, {
          profiles: stores.allProfiles.get,
          changeLogins: stores.logins.update,
          openTab: (url) => openTab(url, windowId),
          openEmptyTab: () => openEmptyTab(windowId),
          goTo,
          findRejection: async (profile) => rejectionOf(await judging.discovered(profile)),
          intercept,
          now,
        }),
      ),
    cancelSignIn: async ({ state }) => {
      await stores.logins.update((logins) => logins.filter((login) => login.state !== state));
      await settle();
      return done;
    },
    signOut: async () => ({ ok: false as const, reason: 'Not built yet.' }),
  };
  return { verbs };
}

export type SigningIn = ReturnType<typeof createSigningIn>;

/** A configuration whose issuer is not the one that its document names is not used (OpenID Connect Discovery 4.3). */
function rejectionOf(discovered: Discovered | undefined): string | undefined {
  if (discovered?.ok !== false || discovered.problem !== 'issuer_mismatch') return undefined;
  return `The discovery document of the profile’s issuer names another one: ${discovered.detail ?? 'none'}. Correct the issuer in the profile first.`;
}
