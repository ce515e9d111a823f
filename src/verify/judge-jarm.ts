import { repeatedNames, single } from '../protocol/answer.ts';
import type { Verdict } from '../protocol/records.ts';
import { findValueRefusal } from '../protocol/refusal.ts';
import { readStrictly, type StrictToken } from '../protocol/strict-token.ts';
import { issuersOf } from '../provider/issuers.ts';
import { clockOf, clockReason } from './clock.ts';
import { findObstacle } from './condense.ts';
import { audiencesOf, timeClaim } from './id-token/claim-types.ts';
import { judgeSignature } from './judge-signature.ts';
import type { Known } from './known.ts';
import { noClientId } from './lacking.ts';
import { cameTwice, noIssuer, tooLong } from './response/reasons.ts';
import { shown, utc } from './shown.ts';
import { type Failure, failed, notChecked, passed } from './verdict.ts';

/** A part of the check: in order, at fault, or why it could not be made. */
type Finding = { fault: Failure } | { unknown: string } | undefined;

/**
 * The answer as a JWT (JWT Secured Authorization Response Mode section 2.4): signed by the configured issuer, made for
 * this client and not expired. One verdict: a fault goes before what could not be checked.
 */
export async function judgeJarm(known: Known): Promise<Verdict[]> {
  const { params, events } = known.capture;
  const refusal = findValueRefusal(events, 'response');
  if (refusal !== undefined) return [notChecked('jarm', tooLong(refusal))];
  if (!params.some(([name, value]) => name === 'response' && value !== '')) return [];
  if (repeatedNames(params).includes('response')) return [notChecked('jarm', cameTwice('response'))];
  const raw = single(params, 'response') ?? '';
  const token = readStrictly(raw);
  if (token.kind === 'encrypted') return [notChecked('jarm', encrypted)];
  const findings = token.kind === 'opaque' ? [] : [...claimFindings(known, token), await signed(known, raw, token)];
  return [sumUp([formFinding(token), ...findings])];
}

const encrypted =
  'The answer is encrypted, and it cannot be checked here. Have the provider send it signed alone to check it.';

function sumUp(findings: Finding[]): Verdict {
  const known = findings.filter((finding) => finding !== undefined);
  const faulty = known.find((finding) => 'fault' in finding);
  if (faulty) return failed('jarm', faulty.fault);
  const open = known.find((finding) => 'unknown' in finding);
  return open ? notChecked('jarm', open.unknown) : passed('jarm');
}

function formFinding(token: StrictToken): Finding {
  const fault = token.faults[0];
  if (fault) return { fault: { expected: fault.expected, actual: fault.actual } };
  return token.kind === 'opaque' ? { fault: { expected: 'a signed JWT', actual: 'no JWT' } } : undefined;
}

function claimFindings(known: Known, { claims }: StrictToken & { kind: 'signed' }): Finding[] {
  return [
    issuerFinding(known, claims.get('iss')),
    audienceFinding(known, claims.get('aud')),
    endFinding(known, claims),
  ];
}

function issuerFinding({ profile }: Known, iss: unknown): Finding {
  const issuers = profile ? issuersOf(profile) : [];
  if (typeof iss === 'string' && issuers.includes(iss)) return undefined;
  const isComparable = issuers.length > 0 || typeof iss !== 'string';
  if (!isComparable) return { unknown: noIssuer(profile) };
  return { fault: { expected: `iss: ${issuers.join(' or ') || 'the issuer'}`, actual: `iss: ${shown(iss)}` } };
}

function audienceFinding(known: Known, aud: unknown): Finding {
  const clientId = known.profile?.clientId;
  const audiences = audiencesOf(aud);
  if (audiences?.length && !clientId) return { unknown: noClientId(known) };
  if (audiences?.length === 1 && audiences[0] === clientId) return undefined;
  const actual = audiences?.join(', ') || shown(aud);
  return { fault: { expected: `aud: ${clientId || 'the client'}`, actual: `aud: ${actual}` } };
}

function endFinding(known: Known, claims: ReadonlyMap<string, unknown>): Finding {
  const exp = timeClaim(claims, 'exp');
  const { now, skew } = clockOf(known);
  const expected = `exp: later than ${utc(now)} (${skew} s allowed)`;
  if (typeof exp !== 'number') return { fault: { expected, actual: `exp: ${exp ? 'no number' : 'none'}` } };
  const isAlive = (moment: number) => moment < exp + skew;
  if (isAlive(now)) return undefined;
  return { fault: { expected, actual: `exp: ${utc(exp)}`, ...clockReason(known, isAlive) } };
}

/** The checks of its signature in one: as those of an ID token, with the keys of the configured issuer. */
async function signed(known: Known, raw: string, token: StrictToken & { kind: 'signed' }): Promise<Finding> {
  const verdicts = await judgeSignature(known, { raw, token, about: { from: 'front_channel' } });
  const obstacle = findObstacle(verdicts);
  if (obstacle?.result === 'fail') {
    const { expected = 'a signature of the issuer', actual = 'none', reason } = obstacle;
    return { fault: { expected, actual, ...(reason !== undefined && { reason }) } };
  }
  const isSigned = verdicts.some(({ check, result }) => check === 'signature' && result === 'pass');
  return obstacle || !isSigned ? { unknown: obstacle?.reason ?? noSignature } : undefined;
}

const noSignature = 'The signature of the answer could not be checked. Check again once the keys can be fetched.';
