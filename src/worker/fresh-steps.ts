/** One step of "Fresh token" after the other. Each begins from what is stored, so that any life of the worker can take it. */
import {
  canRefresh,
  clientOutcome,
  findForClient,
  findOfLogin,
  isAwaited,
  isChanging,
  isGood,
  loginOutcome,
  ownCaptures,
  refreshOutcome,
  type Way,
} from '../actions/fresh-token.ts';
import type { SignedIn, SignInAs } from '../actions/sign-in.ts';
import { bringsAccessToken, bringsTokenInFront, hasBrowserFlow } from '../protocol/authorize-url.ts';
import { defaultSettings, type Fresh, loginLifetime, type Profile } from '../protocol/records.ts';
import { loginPageReason } from '../provider/session-words.ts';
import { readSession } from '../store/session-records.ts';
import type { TokenCalls } from './token-calls.ts';
import type { Context } from './world.ts';

/** False when nobody waits for the login any more. */
type OnStored = (state: string) => Promise<boolean>;

type Parts = {
  tokenCalls: Pick<TokenCalls, 'refresh' | 'verbs'>;
  /** What `onStored` throws leaves the login unopened. */
  startLogin: (
    fresh: Fresh,
    as: SignInAs | undefined,
    onStored: (state: string) => Promise<unknown>,
  ) => Promise<SignedIn>;
};

/** In milliseconds: how long is waited for checks that run, before another way is taken. */
const patience = 15_000;

/** The step that follows, or undefined while it must be waited. `onStored` is told the login that was started for it. */
export function createFreshSteps({ stores, session, now }: Context, { tokenCalls, startLogin }: Parts) {
  const read = async ({ profileId, isPrivate }: Fresh) => {
    const { captures, privateCaptures, logins } = await readSession(session);
    return { captures: ownCaptures(isPrivate ? privateCaptures : captures, profileId), logins };
  };

  const look = async (fresh: Fresh, profile: Profile): Promise<Fresh | undefined> => {
    const { captures } = await read(fresh);
    if (captures.some(isChanging) && now() - fresh.askedAt < patience) return undefined;
    const { freshMinutes } = { ...defaultSettings, ...(await stores.settings.get()) };
    const good = captures.find((capture) => isGood(capture, { now: now(), least: freshMinutes * 60_000 }));
    if (good) return ready(fresh, 'still_good', good.id);
    if (!hasBrowserFlow(profile)) {
      return profile.clientAuth === 'none' ? failed(fresh, noFlow) : { ...fresh, step: 'refreshing', way: 'client' };
    }
    if (!bringsAccessToken(profile)) return failed(fresh, noAccessToken);
    const hasSecret = Object.hasOwn(await stores.clientSecrets.get(), profile.id);
    if (profile.clientAuth !== 'none' && !hasSecret && !bringsTokenInFront(profile)) {
      const isKept = Object.hasOwn(await stores.keptSecrets.get(), profile.id);
      return failed(fresh, isKept ? secretLocked : secretMissing);
    }
    for (const capture of captures) {
      const way = canRefresh(capture, profile, hasSecret);
      if (way?.is === 'good') return { ...fresh, step: 'refreshing', captureId: capture.id };
      if (way?.is === 'left') return { ...withReason(fresh, way.reason), step: 'renewing' };
    }
    return { ...fresh, step: 'renewing' };
  };

  const refresh = async (fresh: Fresh): Promise<Fresh | undefined> => {
    const outcome = async () => {
      const capture = (await read(fresh)).captures.find(({ id }) => id === fresh.captureId);
      return capture ? refreshOutcome(capture, { askedAt: fresh.askedAt, now: now() }) : gone;
    };
    let way = await outcome();
    if (!way) {
      const sent = await tokenCalls.refresh(fresh.captureId ?? '');
      way = (await outcome()) ?? { is: 'left', reason: sent.ok ? noRefresh : sent.reason };
    }
    if (way.is === 'good') return ready(fresh, 'refreshed', fresh.captureId);
    const { captureId: _, ...rest } = fresh;
    return way.is === 'waits' ? undefined : { ...withReason(rest, way.reason), step: 'renewing' };
  };

  const askForClient = async (fresh: Fresh): Promise<Fresh | undefined> => {
    const came = async () => findForClient((await read(fresh)).captures, fresh.askedAt);
    let capture = await came();
    if (!capture) {
      const isPrivate = fresh.isPrivate && { isPrivate: true as const };
      const asked = await tokenCalls.verbs.clientToken({
        type: 'clientToken',
        profileId: fresh.profileId,
        ...isPrivate,
      });
      if (!asked.ok) return failed(fresh, asked.reason);
      capture = await came();
    }
    const way = capture ? clientOutcome(capture, now()) : gone;
    if (way.is === 'waits') return undefined;
    return way.is === 'good' ? ready(fresh, 'client', capture?.id) : failed(fresh, way.reason);
  };

  const start = async (fresh: Fresh, onStored: OnStored): Promise<Fresh | undefined> => {
    let state: string | undefined;
    const started = await startLogin(fresh, fresh.step === 'renewing' ? 'silent' : undefined, async (stored) => {
      state = stored;
      // the issuer may have taken its time, and the person asked for something else meanwhile
      if (!(await onStored(stored))) throw new Error('Nobody waits for this login.');
    });
    if (!started.ok) return leave(state === undefined ? fresh : { ...fresh, login: state }, started.reason);
    return undefined;
  };
  const waitForLogin = async (fresh: Fresh, state: string, profile: Profile): Promise<Fresh | undefined> => {
    const { captures, logins } = await read(fresh);
    if (isAwaited(logins, state)) return undefined;
    const capture = findOfLogin(captures, state);
    if (!capture) return leave(fresh, fresh.step === 'renewing' ? loginPageReason(profile) : cancelled);
    const isKept = logins.some((login) => login.state === state);
    const way: Way = loginOutcome(capture, isKept, now());
    if (way.is === 'waits') return undefined;
    if (way.is === 'left') return leave(fresh, way.reason);
    return ready(fresh, fresh.step === 'renewing' ? 'silent' : 'interactive', capture.id);
  };

  return async (fresh: Fresh, onStored: OnStored): Promise<Fresh | undefined> => {
    const profile = (await stores.allProfiles.get()).find(({ id }) => id === fresh.profileId);
    if (!profile) return failed(fresh, 'This profile is not there any more.');
    if (now() - fresh.askedAt >= loginLifetime) return failed(fresh, tooLong);
    switch (fresh.step) {
      case 'looking':
        return look(fresh, profile);
      case 'refreshing':
        return fresh.way === 'client' ? askForClient(fresh) : refresh(fresh);
      case 'renewing':
      case 'signing_in':
        return fresh.login === undefined ? start(fresh, onStored) : waitForLogin(fresh, fresh.login, profile);
      case 'ready':
      case 'copied':
      case 'failed':
        return undefined;
    }
  };
}

function ready({ login: _, ...fresh }: Fresh, way: NonNullable<Fresh['way']>, captureId: string | undefined): Fresh {
  return { ...fresh, step: 'ready', way, ...(captureId !== undefined && { captureId }) };
}

/** A silent login that came to nothing leads to one in front; after that there is no other way. */
function leave({ login: _, ...fresh }: Fresh, reason: string): Fresh {
  return fresh.step === 'renewing' ? { ...withReason(fresh, reason), step: 'signing_in' } : failed(fresh, reason);
}

function failed({ login: _, way: __, ...fresh }: Fresh, reason: string): Fresh {
  return { ...fresh, step: 'failed', reason };
}

/** Why each shorter way was left, in the order in which they were tried. */
function withReason(fresh: Fresh, reason: string): Fresh {
  return { ...fresh, reason: fresh.reason === undefined ? reason : `${fresh.reason} ${reason}` };
}

const secretMissing =
  'The client secret is not in memory, and without it no code is exchanged. Enter it in the profile, then ask again.';
const secretLocked =
  'The client secret is locked, and without it no code is exchanged. Unlock it with its passphrase, then ask again.';
const gone: Way = { is: 'left', reason: 'The capture is not there any more.' };
const noRefresh = 'The refresh brought no tokens.';
const noAccessToken = 'The flow of this profile brings no access token: it asks for an ID token alone.';
const noFlow = 'This profile has neither a flow that goes through the browser nor a client secret to use.';
const cancelled = 'The sign-in was cancelled.';
const tooLong = 'It took longer than ten minutes. Ask for a fresh token again.';
