import { isUseBlocked } from '../protocol/checks.ts';
import type { Fetched, Get } from '../protocol/fetched.ts';
import { holdsMark } from '../protocol/imported.ts';
import { isOfOtherProvider, otherClientWords } from '../protocol/login-client.ts';
import type { Capture, Profile } from '../protocol/records.ts';
import { isSample, nobodyToAsk } from '../protocol/sample.ts';
import { findMeansEndpoint, type MeansWorld } from './client-means.ts';
import { guardedGet } from './guarded-fetch.ts';

/** 10 s and 256 KB: what a userInfo answer may take. */
export const userinfoLimits = { timeoutMs: 10_000, maxBytes: 262_144 };

/** The name under which a call to userInfo is under way. */
export function userinfoCallOf(captureId: string): string {
  return `userinfo:${captureId}`;
}

/** What a call needs of the world. `now` gives milliseconds. */
export type UserinfoWorld = Partial<Pick<MeansWorld, 'discovered'>> & {
  findCapture: (id: string) => Promise<Capture | undefined>;
  profiles: () => Promise<Profile[]>;
  changeCapture: (id: string, change: (capture: Capture) => Capture) => Promise<unknown>;
  now: () => number;
  /** Judges a stored capture, its userInfo answer among it, and stores the verdicts. */
  judge: (captureId: string) => Promise<unknown>;
  get?: Get;
  /** Marks a call as one that this life of the worker waits for, while the work runs. */
  asOurs?: <R>(call: string, work: () => Promise<R>) => Promise<R>;
};

/**
 * Sends the access token of a capture to its profile's userInfo endpoint, its own or the one of its issuer's metadata, in
 * the Authorization header alone (OpenID Connect Core section 5.3.1, RFC 6750 section 2.1), stores what came of it, and has
 * it judged. After a blocking failure only when the person said to use it `anyway`.
 */
export async function callUserinfo(
  captureId: string,
  {
    findCapture,
    profiles,
    changeCapture,
    now,
    judge,
    get = guardedGet,
    asOurs = (_, work) => work(),
    discovered = async () => undefined,
  }: UserinfoWorld,
  { anyway = false }: { anyway?: boolean } = {},
): Promise<{ ok: true } | { ok: false; reason: string }> {
  const capture = await findCapture(captureId);
  if (capture && isSample(capture)) return { ok: false, reason: nobodyToAsk };
  const profile = (await profiles()).find(({ id }) => id === capture?.profileId);
  const token = capture?.tokens.access_token;
  const endpoint = profile && (await findMeansEndpoint(profile, 'userinfo', { discovered }));
  if (!token) return { ok: false, reason: 'This capture holds no access token any more.' };
  if (capture.source === 'token_endpoint')
    return { ok: false, reason: 'No user signed in, so there is nobody to ask for.' };
  if (!endpoint) return { ok: false, reason: 'The profile has no userInfo endpoint.' };
  if (isOfOtherProvider(capture, profile)) return { ok: false, reason: otherClientWords };
  if (!anyway && capture.judgedAt === undefined) return { ok: false, reason: 'The checks are still running.' };
  if (!anyway && isUseBlocked(capture.verdicts)) {
    return { ok: false, reason: 'A check failed: the access token is not to be used.' };
  }
  if (holdsMark(token)) return { ok: false, reason: 'It was cut when it was exported: no provider takes it.' };
  if (!isSendable(token)) return { ok: false, reason: 'The access token holds a character that no header can carry.' };
  const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
  await asOurs(userinfoCallOf(captureId), async () => {
    await changeCapture(captureId, (current) => ({ ...current, userinfoSentAt: now() }));
    const fetched = await get(endpoint, headers, userinfoLimits);
    const at = now();
    // what came is kept first: to judge it may take longer than this worker lives
    await changeCapture(captureId, (current) => withUserinfo(current, fetched, at));
  });
  await judge(captureId);
  return { ok: true };
}

/** Whether a header can carry a token: visible ASCII alone, as fetch throws on other characters (RFC 6750 section 2.1). */
function isSendable(token: string): boolean {
  return /^[\x21-\x7e]+$/.test(token);
}

/**
 * The capture with the answer in it, and without the verdicts on an earlier one. A call that brought none leaves an earlier
 * answer where it is. `at` in ms.
 */
export function withUserinfo(capture: Capture, fetched: Fetched, at: number): Capture {
  if (!fetched.ok) return withFailure(capture, fetched.kind, at);
  const { userinfoFailure: _, userinfoSentAt: __, ...rest } = capture;
  const contentType = fetched.headers.get('content-type');
  const wwwAuthenticate = fetched.headers.get('www-authenticate');
  return {
    ...rest,
    verdicts: capture.verdicts.filter(({ token }) => token !== 'userinfo'),
    events: [...capture.events, { at, kind: 'userinfo', detail: `${fetched.status}, ${fetched.durationMs} ms` }],
    userinfo: {
      status: fetched.status,
      body: fetched.body,
      at,
      durationMs: fetched.durationMs,
      ...(contentType !== null && { contentType }),
      ...(wwwAuthenticate !== null && { wwwAuthenticate }),
    },
  };
}

/** The capture with the reason why a call brought no answer. `at` in ms. */
export function withFailure(
  { userinfoSentAt: _, ...capture }: Capture,
  kind: NonNullable<Capture['userinfoFailure']>['kind'],
  at: number,
): Capture {
  const event = { at, kind: 'userinfo_failed', detail: kind };
  return { ...capture, events: [...capture.events, event], userinfoFailure: { kind, at } };
}
