import { keepRecent } from '../../protocol/recent.ts';
import type { Verdict } from '../../protocol/records.ts';
import { parseUrl } from '../../protocol/url.ts';
import { isLocalHttp } from '../development.ts';
import { kindOf } from '../shown.ts';
import { type Failure, failed, passed } from '../verdict.ts';
import type { Subject } from './subject.ts';

/** Whether the claims are of the types that RFC 7519 section 4.1 gives them. One that is missing is no matter here. */
export function judgeClaimTypes({ claims, about }: Subject): Verdict[] {
  const faults = [...timeFaults(claims), ...audienceFaults(claims.get('aud')), ...issuerFaults(claims.get('iss'))];
  // a fault that blocks goes before one that is only warned of
  const fault = faults.find(({ severity }) => severity === undefined) ?? faults[0];
  return [fault ? failed('claim_types', fault, about) : passed('claim_types', about)];
}

/** A claim that is a time: seconds since 1970, undefined when it is missing, `other` when it is no number. */
export function timeClaim(claims: Subject['claims'], name: string): number | 'other' | undefined {
  const value = claims.get(name);
  if (value === undefined) return undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : 'other';
}

/** Whom a token is for, each named once; undefined when `aud` is neither text nor a list of texts. */
export function audiencesOf(aud: unknown): string[] | undefined {
  if (typeof aud === 'string') return [aud];
  const texts = Array.isArray(aud) ? aud.filter((one) => typeof one === 'string') : [];
  return Array.isArray(aud) && texts.length === aud.length ? [...new Set(texts)] : undefined;
}

function timeFaults(claims: Subject['claims']): Failure[] {
  return ['exp', 'iat', 'nbf', 'auth_time']
    .filter((name) => timeClaim(claims, name) === 'other')
    .map((name) => ({ expected: `${name}: a number`, actual: `${name}: ${kindOf(claims.get(name))}` }));
}

function audienceFaults(aud: unknown): Failure[] {
  if (aud === undefined || audiencesOf(aud)) return [];
  const actual = Array.isArray(aud) ? 'aud: a list of other things' : `aud: ${kindOf(aud)}`;
  return [{ expected: 'aud: text or a list of texts', actual }];
}

function issuerFaults(iss: unknown): Failure[] {
  if (iss === undefined) return [];
  if (typeof iss !== 'string') return [{ expected: 'iss: an https URL', actual: `iss: ${kindOf(iss)}` }];
  return addressFaults(iss);
}

/** Most tokens have the same few issuers, and reading a URL takes as long as the rest of what is judged of the claims. */
const addressFaults = keepRecent(
  (iss): Failure[] => {
    if (parseUrl(iss)?.protocol === 'https:') return [];
    const isLocal = isLocalHttp(iss);
    return [
      {
        expected: 'iss: an https URL',
        actual: `iss: ${iss || 'empty'}`,
        ...(isLocal && { severity: 'warning' as const }),
      },
    ];
  },
  { count: 4, characters: 4096 },
);
