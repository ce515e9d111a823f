import { repeatedNames, single } from './answer.ts';
import { isUseBlocked } from './checks.ts';
import { findParameter, readJarm } from './jarm.ts';
import { type Capture, isFromErrorPage, loginLifetime, type PendingLogin } from './records.ts';

/** A code with the login that may hand it in, or why it is left alone though its answer passed. */
export type DueCode = { ok: true; code: string; login: PendingLogin } | { ok: false; reason: string };

/**
 * The code of a capture that is to be exchanged: asked for by a login of ours that is still there, in an answer whose
 * checks were made and of which none that is blocking failed, and not handed in before (RFC 6749 section 4.1.3, RFC 9700
 * section 4.5). Undefined of any other capture. `now` in milliseconds.
 */
export function findDueCode(capture: Capture, logins: readonly PendingLogin[], now: number): DueCode | undefined {
  if (!isOpen(capture) || capture.judgedAt === undefined || isUseBlocked(capture.verdicts)) return undefined;
  const login = logins.find((one) => isLoginOf(one, capture) && now - one.startedAt < loginLifetime);
  if (!login || findParameter(capture.params, 'state') !== login.state) return undefined;
  const code = findCode(capture);
  return code === undefined ? { ok: false, reason: notBelieved } : { ok: true, code, login };
}

const notBelieved =
  'The code stands in a signed answer whose signature could not be checked, so it was not exchanged. Sign in again once it can be.';

/** Whether a login is still needed for the code of this capture: its checks are running, or it is to be exchanged. */
export function isAwaited(login: PendingLogin, capture: Capture): boolean {
  const isPassed = capture.judgedAt === undefined || !isUseBlocked(capture.verdicts);
  return isPassed && isOpen(capture) && isLoginOf(login, capture);
}

/** Whether it holds a code that a login of ours asked for and that was not handed in. */
function isOpen(capture: Capture): boolean {
  const { startedHere, request, error, origin, tokenCall, tokenAnswer, tokenFailure, tokenCalls } = capture;
  if (!startedHere || origin !== undefined || error !== undefined || isFromErrorPage(capture)) return false;
  if (tokenCall || tokenAnswer || tokenFailure || tokenCalls.length > 0) return false;
  return request?.responseType.split(' ').includes('code') === true && holdsCode(capture);
}

function isLoginOf({ state, profileId, captureIds }: PendingLogin, { id, request, profileId: own }: Capture): boolean {
  return state === request?.state && profileId === own && captureIds.includes(id);
}

function holdsCode({ params }: Capture): boolean {
  return findParameter(params, 'code') !== undefined && findParameter(params, 'error') === undefined;
}

/** Of an answer that came as a JWT the code inside it, once it is known who signed it. */
function findCode({ params, verdicts }: Capture): string | undefined {
  const jarm = readJarm(params);
  if (!jarm) return single(params, 'code');
  const isBelieved = verdicts.some(({ check, result }) => check === 'jarm' && result === 'pass');
  if (!isBelieved || !('pairs' in jarm) || repeatedNames(params).includes('response')) return undefined;
  return single(jarm.pairs, 'code');
}
