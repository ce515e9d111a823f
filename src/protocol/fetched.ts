/** An answer as it came, the body capped; or why there is none. Times in milliseconds. */
export type Fetched =
  | { ok: true; status: number; headers: Headers; body: string; durationMs: number }
  | { ok: false; kind: 'blocked_scheme' | 'offline' | 'unreachable' | 'timeout' | 'redirect' | 'too_large' };

export type FetchLimits = { timeoutMs: number; maxBytes: number };

/** One GET that follows no redirect, sends no cookie and has limits. Never throws. */
export type Get = (address: string, headers: Record<string, string>, limits: FetchLimits) => Promise<Fetched>;

/** One POST of a form with the same rules. Never throws. */
export type Post = (
  address: string,
  body: string,
  headers: Record<string, string>,
  limits: FetchLimits,
) => Promise<Fetched>;
