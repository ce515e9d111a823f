/** One step of "Fresh token" after the other. Each begins from what is stored, so that any life of the worker can take it. */
import { chooseRefresh, findWait, isSpent } from '../actions/choose-refresh.ts';
import {
  clientOutcome,
  findForClient,
  findOfLogin,
  isAnotherUser,
  isAwaited,
  isBound,
  isChanging,
  isGood,
  isOfClientNow,
  loginOutcome,
  ownCaptures,
  refreshOutcome,
  type Way,
} from '../actions/fresh-token.ts';
import type { SignedIn, SignInAs } from '../actions/sign-in.ts';
import { bringsAccessToken, bringsTokenInFront, hasBrowserFlow } from '../protocol/authorize-url.ts';
import { isOfOtherClient, otherClientWords } from '../protocol/login-client.ts';
import { type Capture, defaultSettings, type Fresh, loginLifetime, type Profile } from '../protocol/records.ts';
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

  /** Those whose tokens may be handed over or refreshed for the profile as it is now. */
  const readUsable = async (fresh: Fresh, profile: Profile) =>
    (await read(fresh)).captures.filter((capture) => isOfClientNow(capture, profile));

  const look = async (fresh: Fresh, profile: Profile): Promise<Fresh | undefined> => {
    const captures = await readUsable(fresh, profile);
    if (captures.some(isChanging) && now() - fresh.askedAt < patience) return undefined;
    const { freshMinutes } = { ...defaultSettings, ...(await stores.settings.get()) };
    const good = captures.filter((capture) => isGood(capture, { now: now(), least: freshMinutes * 60_000 }));
    const own = good.find(({ startedHere }) => startedHere);
    if (own) return ready(fresh, 'still_good', own.id);
    const other = good.find(isBound);
    if (other) return ready({ ...fresh, reason: ofOtherLogin }, 'still_good', other.id);
    if (!hasBrowserFlow(profile)) {
      return profile.clientAuth === 'none' ? failed(fresh, noFlow) : { ...fresh, step: 'refreshing', way: 'client' };
    }
    if (!bringsAccessToken(profile)) return failed(fresh, noAccessToken);
    const hasSecret = Object.hasOwn(await stores.clientSecrets.get(), profile.id);
    if (profile.clientAuth !== 'none' && !hasSecret && !bringsTokenInFront(profile)) {
      const isKept = Object.hasOwn(await stores.keptSecrets.get(), profile.id);
      return failed(fresh, isKept ? secretLocked : secretMissing);
    }
    return refreshOrRenew(fresh, profile, captures);
  };

  /** With the newest refresh token that may be used, from the capture at the place `from` on, else through the session. */
  const refreshOrRenew = async (fresh: Fresh, profile: Profile, captures: Capture[], from = 0): Promise<Fresh> => {
    const hasSecret = Object.hasOwn(await stores.clientSecrets.get(), profile.id);
    const { captureId, reasons } = chooseRefresh(captures, from, { profile, hasSecret, now: now() });
    if (captureId !== undefined) {
      const isEarlier = from > 0 || reasons.length > 0;
      return { ...fresh, step: 'refreshing', captureId, ...(isEarlier && { reason: ofEarlierLogin }) };
    }
    const { captureId: _, ...rest } = reasons.reduce(withReason, fresh);
    return { ...rest, step: 'renewing' };
  };

  const refresh = async (fresh: Fresh, profile: Profile): Promise<Fresh | undefined> => {
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
    if (way.is === 'waits') return undefined;
    const captures = await readUsable(fresh, profile);
    const tried = captures.findIndex(({ id }) => id === fresh.captureId);
    const isLast = !captures[tried] || !isSpent(captures[tried]);
    return refreshOrRenew(withReason(fresh, way.reason), profile, isLast ? [] : captures, tried + 1);
  };

  const askForClient = async (fresh: Fresh): Promise<Fresh | undefined> => {
    const came = async () => findForClient((await read(fresh)).captures, fresh.askedAt);
    let capture = await came();
    if (!capture) {
      const wait = findWait((await read(fresh)).captures, now());
      if (wait !== undefined) return failed(fresh, wait);
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
    if (isOfOtherClient(capture, profile)) return failed(fresh, otherClientWords);
    const before = captures.find(({ id, startedHere, tokens }) => id !== capture.id && startedHere && tokens.id_token);
    if (fresh.step === 'renewing' && isAnotherUser(capture, before)) return leave(fresh, ofAnotherUser);
    return ready(fresh, fresh.step === 'renewing' ? 'silent' : 'interactive', capture.id);
  };

  return async (fresh: Fresh, onStored: OnStored): Promise<Fresh | undefined> => {
    const profile = (await stores.allProfiles.whole()).find(({ id }) => id === fresh.profileId);
    if (!profile) return failed(fresh, 'This profile is not there any more.');
    if (now() - fresh.askedAt >= loginLifetime) return failed(fresh, tooLong);
    switch (fresh.step) {
      case 'looking':
        return look(fresh, profile);
      case 'refreshing':
        return fresh.way === 'client' ? askForClient(fresh) : refresh(fresh, profile);
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

/** Why each shorter way was left, in the order in which they were tried, each once. */
function withReason(fresh: Fresh, reason: string): Fresh {
  if (fresh.reason?.includes(reason)) return fresh;
  return { ...fresh, reason: fresh.reason === undefined ? reason : `${fresh.reason} ${reason}` };
}

const secretMissing =
  'The client secret is not in memory, and without it no code is exchanged. Enter it in the profile, then ask again.';
const secretLocked =
  'The client secret is locked, and without it no code is exchanged. Unlock it with its passphrase, then ask again.';
const gone: Way = { is: 'left', reason: 'The capture is not there any more.' };
const ofEarlierLogin = 'The refresh token of the newest login is of no use, so that of an earlier one was used.';
const ofOtherLogin = 'It came with a login that was not started here.';
const ofAnotherUser = 'The provider’s session is that of another user.';
const noRefresh = 'The refresh brought no tokens.';
const noAccessToken = 'The flow of this profile brings no access token: it asks for an ID token alone.';
const noFlow = 'This profile has neither a flow that goes through the browser nor a client secret to use.';
const cancelled = 'The sign-in was cancelled.';
const tooLong = 'It took longer than ten minutes. Ask for a fresh token again.';
