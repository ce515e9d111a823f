import type { Capture } from '../protocol/records.ts';
import { type Fetched, guardedGet } from './guarded-fetch.ts';

/** 10 s and 256 KB: what a userInfo answer may take. */
export const userinfoLimits = { timeoutMs: 10_000, maxBytes: 262_144 };

/**
 * Sends the access token to the userInfo endpoint, in the Authorization header alone (OpenID Connect Core section
 * 5.3.1, RFC 6750 section 2.1).
 */
export function userinfoRequest(
  endpoint: string,
  accessToken: string,
  get: typeof guardedGet = guardedGet,
): Promise<Fetched> {
  return get(endpoint, { Authorization: `Bearer ${accessToken}`, Accept: 'application/json' }, userinfoLimits);
}

/** The capture with the answer in it. A call that brought none leaves an earlier answer where it is. `at` in ms. */
export function withUserinfo(capture: Capture, fetched: Fetched, at: number): Capture {
  const { userinfoFailure: _, ...rest } = capture;
  if (!fetched.ok) {
    const events = [...capture.events, { at, kind: 'userinfo_failed', detail: fetched.kind }];
    return { ...rest, events, userinfoFailure: { kind: fetched.kind, at } };
  }
  const contentType = fetched.headers.get('content-type');
  const wwwAuthenticate = fetched.headers.get('www-authenticate');
  return {
    ...rest,
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
