import type { Verdict } from '../../protocol/records.ts';
import { clockOf } from '../clock.ts';
import { audiencesOf } from '../id-token/claim-types.ts';
import type { Known } from '../known.ts';
import { shown, utc } from '../shown.ts';
import { type Failure, failed, notChecked, passed } from '../verdict.ts';
import { findClaims } from './same-subject.ts';

type Claims = ReadonlyMap<string, unknown>;

const about = { token: 'id_token', from: 'token_endpoint' } as const;

/** Whether a refreshed ID token continues the first one (OpenID Connect Core section 12.2). */
export function judgeRefreshed(first: string | undefined, second: string, known: Known): Verdict {
  const skip = (reason: string) => notChecked('refresh_same_subject', reason, about);
  if (first === undefined) return skip('The first ID token is not at hand. Sign in again to compare the next one.');
  const [before, after] = [findClaims(first), findClaims(second)];
  if (!before || !after) return skip('One of the two ID tokens cannot be read. Sign in again for others.');
  const missing = ['iss', 'sub', 'aud'].find((name) => !before.has(name));
  if (missing !== undefined) return skip(`The first ID token has no ${missing} to compare. Sign in again for another.`);
  const fault =
    changed(before, after, 'iss') ??
    changed(before, after, 'sub') ??
    audienceFault(before, after) ??
    issueFault(before, after, known) ??
    // these two may be missing in the new one
    (after.has('auth_time') && before.has('auth_time') ? changed(before, after, 'auth_time') : undefined) ??
    (after.has('nonce') ? changed(before, after, 'nonce') : undefined);
  return fault ? failed('refresh_same_subject', fault, about) : passed('refresh_same_subject', about);
}

function changed(before: Claims, after: Claims, name: string): Failure | undefined {
  const [old, fresh] = [before.get(name), after.get(name)];
  return old === fresh ? undefined : { expected: `${name}: ${text(old)}`, actual: `${name}: ${text(fresh)}` };
}

function audienceFault(before: Claims, after: Claims): Failure | undefined {
  const [old, fresh] = [before, after].map((claims) => audiencesOf(claims.get('aud'))?.toSorted().join(', ') ?? 'none');
  return old === fresh ? undefined : { expected: `aud: ${old}`, actual: `aud: ${fresh}` };
}

/** It was made anew: not before the first one, and not at its moment once that has passed. */
function issueFault(before: Claims, after: Claims, known: Known): Failure | undefined {
  const [old, fresh] = [before.get('iat'), after.get('iat')];
  if (typeof old !== 'number') return undefined;
  const { now, skew } = clockOf(known);
  if (typeof fresh === 'number' && (fresh > old || (fresh === old && now <= old + skew))) return undefined;
  return { expected: `iat: after ${utc(old)}`, actual: `iat: ${typeof fresh === 'number' ? utc(fresh) : text(fresh)}` };
}

function text(value: unknown): string {
  return typeof value === 'number' ? String(value) : shown(value);
}
