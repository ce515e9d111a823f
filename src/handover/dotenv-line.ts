import type { Line } from './bearer-call.ts';

/**
 * A line for a `.env` file. Without quotes where that is safe, as `docker run --env-file` takes quotes for a part of the
 * value; else in single quotes, in which nothing is replaced (dotenv, “What rules does the parsing engine follow?”; Docker
 * Compose, “Env-file syntax”).
 */
export function dotenvLine(name: string, value: string): Line {
  if (/^[\w.+/=-]+$/.test(value)) return { ok: true, text: `${name}=${value}` };
  if (/^[\x20-\x7E]+$/.test(value) && !/['\\]/.test(value)) return { ok: true, text: `${name}='${value}'` };
  return { ok: false, reason: 'The token holds a character that readers of .env files take differently.' };
}
