import type { Verdict } from '../protocol/records.ts';

/** In characters: so much of a token is enough to be worth hiding, and chance does not make it. */
const run = 20;

/** In characters: what is shorter is no token that anybody could not guess. */
const leastToken = 12;

/**
 * The verdicts, where a provider repeated a token or a part of one in what it answered without its text: verdicts hold no
 * secrets.
 */
export function withoutTokens(verdicts: Verdict[], tokens: readonly (string | undefined)[]): Verdict[] {
  const secrets = tokens.filter((token) => token !== undefined && token.length >= leastToken);
  const isTold = (text: string | undefined) => text !== undefined && secrets.some((secret) => sharesRun(text, secret));
  return verdicts.map((verdict) =>
    isTold(verdict.actual) ? { ...verdict, actual: 'a text that repeats a token' } : verdict,
  );
}

function sharesRun(text: string, secret = ''): boolean {
  const length = Math.min(run, secret.length);
  for (let start = 0; start + length <= text.length; start += 1) {
    if (secret.includes(text.slice(start, start + length))) return true;
  }
  return false;
}
