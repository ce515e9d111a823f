import { isUseBlocked } from '../../../src/protocol/checks.ts';
import { isImported } from '../../../src/protocol/imported.ts';
import { type Capture, loginLifetime, type Profile } from '../../../src/protocol/records.ts';
import { guardedTokenEndpoint, noAccessWords } from '../../../src/protocol/token-access.ts';
import { type SecretState, secretState, tokenEndpointOf } from '../token/token-endpoint.ts';
import type { World } from '../world.ts';
import { findStateEvent } from './state-event.ts';

/**
 * Where the authorization code of an answer is. `kept`: it is not redeemed, and why. Undefined where there is no code, or
 * where it was exchanged.
 */
export type CodeState =
  | 'exchanging'
  | 'failed'
  | 'checking'
  | 'waiting'
  | {
      kept:
        | 'pasted'
        | 'imported'
        | 'not_started_here'
        | 'blocked'
        | 'no_profile'
        | 'no_endpoint'
        | 'cancelled'
        | 'too_late';
    }
  | { kept: 'state_cancelled' | 'state_used' }
  | { kept: 'no_secret'; secret: Extract<SecretState, 'locked' | 'missing'> }
  /** Access to the host of the token endpoint is missing; the worker said why it left the code alone. */
  | { kept: 'no_access'; endpoint: string }
  | { kept: 'told'; why: string };

/** What has to be known for it beside the capture. */
export type CodeRead = Pick<World, 'logins' | 'secrets' | 'keptSecrets'> & {
  /** Whether the browser gives access to the host of the token endpoint; undefined where that is not known or not needed. */
  access?: boolean | undefined;
};

export function findCodeState(
  capture: Capture,
  profile: Profile | undefined,
  now: number,
  world: CodeRead = {},
): CodeState | undefined {
  if (capture.error || !capture.params.some(([name]) => name === 'code')) return undefined;
  if (capture.tokenCall?.grant === 'authorization_code') return 'exchanging';
  // what the exchange brought stays, whatever a refresh did later
  if (capture.tokenAnswer) return undefined;
  if (capture.tokenFailure?.grant === 'authorization_code') return 'failed';
  if (isImported(capture)) return { kept: 'imported' };
  if (capture.origin) return { kept: 'pasted' };
  if (!capture.startedHere) return { kept: findStateEvent(capture) ?? 'not_started_here' };
  if (!profile) return { kept: 'no_profile' };
  if (capture.judgedAt === undefined) return 'checking';
  if (isUseBlocked(capture.verdicts)) return { kept: 'blocked' };
  if (tokenEndpointOf(profile) === undefined) return { kept: 'no_endpoint' };
  if (now - capture.capturedAt >= loginLifetime) return { kept: 'too_late' };
  // the verifier stands in the login alone
  const hasLogin = world.logins?.some(({ state }) => state === capture.request?.state) ?? true;
  if (!hasLogin) return { kept: 'cancelled' };
  const secret = secretState(profile, world);
  if (secret === 'locked' || secret === 'missing') return { kept: 'no_secret', secret };
  return keptByWorker(capture, profile, world.access) ?? 'waiting';
}

/** Whether a note above the tokens says where the code is: then nothing more is to be said of a token that is missing. */
export function isCodeTold(capture: Capture, profile: Profile | undefined, now: number): boolean {
  const state = findCodeState(capture, profile, now);
  return state !== undefined && state !== 'checking';
}

function keptByWorker({ events }: Capture, profile: Profile, access: boolean | undefined): CodeState | undefined {
  const endpoint = guardedTokenEndpoint(profile);
  if (endpoint !== undefined && access === false) return { kept: 'no_access', endpoint };
  const why = events.findLast(({ kind }) => kind === 'code_not_exchanged')?.detail;
  // once access is there the code is exchanged
  const isOver = endpoint !== undefined && access === true && why?.startsWith(noAccessWords(endpoint));
  return why === undefined || isOver ? undefined : { kept: 'told', why };
}
