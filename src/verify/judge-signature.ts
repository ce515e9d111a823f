import type { Verdict } from '../protocol/records.ts';
import type { StrictToken } from '../protocol/strict-token.ts';
import type { Known } from './known.ts';
import type { About } from './verdict.ts';

/** A signed token: as it came, and as a strict reader sees it. */
export type Signed = { raw: string; token: StrictToken & { kind: 'signed' }; about: About };

/** The verdicts of `crit`, `embedded_key`, `alg_none`, `alg`, `alg_hmac`, `kid`, `key` and `signature`. */
export async function judgeSignature(_known: Known, _signed: Signed): Promise<Verdict[]> {
  return [];
}
