import { callUserinfo } from '../../src/actions/call-userinfo.ts';
import { guardedGet } from '../../src/actions/guarded-fetch.ts';
import { newLogin } from '../../src/actions/sign-in.ts';
import { arrivalOf } from '../../src/capture/arrival.ts';
import { matchArrival, takeIn } from '../../src/capture/take-in.ts';
import type { Get } from '../../src/protocol/fetched.ts';
import type { Capture, PendingLogin, Profile } from '../../src/protocol/records.ts';
import { type JudgeWorld, judgeCapture, withVerdicts } from '../../src/verify/judge-captures.ts';
import type { Provider } from '../support/provider/serve.ts';
import { profile } from '../support/records.ts';

const callback = 'https://app.example/callback';
const tabId = 7;

/** A profile of this provider as the editor would save it. */
export function profileOf({ issuer, endpoints }: Provider, over: Partial<Profile> = {}): Profile {
  return profile({ provider: 'oidc', issuer, endpoints, clientId: 'the-client', callback, ...over });
}

/** The world of a browser with this one profile, whose network ends at the provider. What it fetched, it keeps. */
export function worldOf(provider: Provider, own: Profile, clock: () => number): JudgeWorld {
  const kept = new Map<string, unknown>();
  const network = { fetch: provider.fetch, isOnline: () => true, now: clock };
  const get: Get = (address, headers, limits) => guardedGet(address, headers, limits, network);
  return {
    get,
    now: clock,
    profiles: async () => [own],
    clientSecret: async () => (own.clientAuth === 'none' ? undefined : provider.secret),
    cache: { read: async (key) => kept.get(key), write: async (key, value) => void kept.set(key, value) },
  };
}

export type SignedIn = { capture: Capture; login: PendingLogin };

/** Signs in as a person does who presses the button, and judges what comes back. */
export async function signIn(own: Profile, provider: Provider, world: JudgeWorld): Promise<SignedIn> {
  const login = { ...(await newLogin(own, world.now())), tabId };
  const answer = await provider.fetch(login.authorizeUrl, { redirect: 'manual' });
  const location = answer.headers.get('location');
  const form = location === null ? formIn(await answer.text()) : undefined;
  const event = { url: location ?? own.callback, kind: 'committed' as const, tabId, frameId: 0, at: world.now() };
  const arrival = arrivalOf({ ...event, ...(form && { form }) }, 'a1');
  const held = { captures: [], logins: [login], sightings: {}, chores: [] };
  const matched = arrival && (await matchArrival(arrival, [own], { ...held, isPrivate: false }));
  const [capture] = matched ? takeIn(held, matched).captures : [];
  if (!capture) throw new Error(`No answer came: ${location}`);
  return { login, capture: withVerdicts(capture, await judgeCapture(capture, [capture], world), world.now()) };
}

/** Presses "Call userInfo". */
export async function pressUserinfo(
  capture: Capture,
  world: JudgeWorld,
): Promise<{ capture: Capture; outcome: { ok: boolean } }> {
  let current = capture;
  const outcome = await callUserinfo(capture.id, {
    findCapture: async () => current,
    profiles: world.profiles,
    changeCapture: async (_id, change) => {
      current = change(current);
    },
    now: world.now,
    judge: async () => {
      current = withVerdicts(current, await judgeCapture(current, [current], world), world.now());
    },
    get: world.get,
  });
  return { capture: current, outcome };
}

function formIn(page: string): [string, string][] {
  return [...page.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
}
