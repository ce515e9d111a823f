import { single } from '../protocol/answer.ts';
import { isAwaited } from '../protocol/code-exchange.ts';
import { findParameter } from '../protocol/jarm.ts';
import type { PastState } from '../protocol/past-states.ts';
import { type Capture, loginLifetime, type PendingLogin, type Profile, type Verdict } from '../protocol/records.ts';
import { isSample } from '../protocol/sample.ts';
import { sampleProfile } from '../protocol/sample-profile.ts';
import { readStrictly } from '../protocol/strict-token.ts';
import { type Documents, type DocumentsWorld, fetchDocuments } from './fetch-documents.ts';
import { findNewerKeys } from './find-keys.ts';
import { judge } from './judge.ts';
import { isOfKeys } from './judge-signature.ts';
import { type JudgedBy, withJudging } from './judging-events.ts';
import type { Known } from './known.ts';
import { sampleDocuments } from './sample-documents.ts';

type Records = {
  captures: Capture[];
  privateCaptures: Capture[];
  logins: PendingLogin[];
  pastStates?: PastState[];
};

export type JudgeWorld = DocumentsWorld & {
  profiles: () => Promise<Profile[]>;
  clientSecret: (profileId: string) => Promise<string | undefined>;
};

/**
 * Lets go of the logins that have ended or are ten minutes old, and of the states of those that ended as long ago. One
 * whose code waits to be exchanged stays until then. `now` in ms. The same object when there are none.
 */
export function withoutEnded<R extends Records>(records: R, now: number): R {
  const held = [...records.captures, ...records.privateCaptures];
  const isNeeded = (login: PendingLogin) => !login.ended || held.some((capture) => isAwaited(login, capture));
  const logins = records.logins.filter((login) => now - login.startedAt < loginLifetime && isNeeded(login));
  const pastStates = records.pastStates?.filter(({ at }) => now - at < loginLifetime);
  const isSame = logins.length === records.logins.length && pastStates?.length === records.pastStates?.length;
  return isSame ? records : { ...records, logins, ...(pastStates && { pastStates }) };
}

/** The captures that have no verdicts yet, or none on what userInfo answered since, each with the others of its side. */
export function findUnjudged({ captures, privateCaptures }: Records): { capture: Capture; side: Capture[] }[] {
  return [captures, privateCaptures].flatMap((side) => side.filter(isUnjudged).map((capture) => ({ capture, side })));
}

function isUnjudged({ judgedAt, userinfo, userinfoFailure, tokenCall }: Capture): boolean {
  // of a client that asks for itself there is nothing yet
  if (tokenCall?.grant === 'client_credentials') return false;
  return judgedAt === undefined || Math.max(userinfo?.at ?? 0, userinfoFailure?.at ?? 0) > judgedAt;
}

/**
 * Fetches what a capture is judged by, and judges it. `anew`: the issuer is asked again. So are its keys alone, once, where
 * a signature does not fit those that are kept: a key may have been changed under its id. Of a sample nobody is asked.
 * `onDocuments` is told by which documents that were asked for it was judged.
 */
export async function judgeCapture(
  capture: Capture,
  side: readonly Capture[],
  world: JudgeWorld,
  { onDocuments, ...options }: { anew?: boolean; onDocuments?: (documents: Documents) => void } = {},
): Promise<Verdict[]> {
  const since = world.now();
  const isMinted = isSample(capture);
  const profiles = isMinted ? [sampleProfile] : await world.profiles();
  const profile = profiles.find(({ id }) => id === capture.profileId);
  const [documents, clientSecret] = await Promise.all([
    isMinted ? sampleDocuments(capture) : fetchDocuments(profile, kidsOf(capture), world, options),
    world.clientSecret(capture.profileId),
  ]);
  if (!isMinted) onDocuments?.(documents);
  const known: Known = {
    capture,
    profile,
    profiles,
    isStateSpent: isStateSpent(capture, side),
    ...documents,
    ...(clientSecret !== undefined && { clientSecret }),
    at: capture.capturedAt,
  };
  const verdicts = await judge(known);
  if (isMinted || !known.keys.ok || !verdicts.some(isOfKeys)) return verdicts;
  const newer = await findNewerKeys(known.keys, world, since);
  if (!newer) return verdicts;
  onDocuments?.({ ...documents, keys: newer });
  return judge({ ...known, keys: newer });
}

/** The capture with its verdicts, written whole, and what they were made from in its timeline. `now` in ms. */
export function withVerdicts(
  capture: Capture,
  verdicts: Verdict[],
  now: number,
  by: JudgedBy = { since: now },
): Capture {
  return { ...capture, events: withJudging(capture.events, verdicts, now, by), verdicts, judgedAt: now };
}

/** The key ids that the tokens of a capture name: of its ID tokens, of an answer and a userInfo answer that are JWTs. */
function kidsOf({ tokens, frontChannel, original, params, userinfo }: Capture): string[] {
  const within = single(params, 'response') && findParameter(params, 'id_token');
  const idTokens = [tokens.id_token, frontChannel?.tokens.id_token, original?.id_token];
  const texts = [...idTokens, within, single(params, 'response'), userinfo?.body.trim()];
  return texts.flatMap((text) => {
    const token = text === undefined ? undefined : readStrictly(text);
    const kid = token?.kind === 'signed' ? token.header.get('kid') : undefined;
    return typeof kid === 'string' ? [kid] : [];
  });
}

/** Whether an earlier answer to a login of ours carried the same state. Of other logins nothing is known of the state. */
function isStateSpent(capture: Capture, captures: readonly Capture[]): boolean {
  const state = findParameter(capture.params, 'state');
  if (state === undefined) return false;
  return captures.some(
    (other) =>
      other.startedHere &&
      other.id !== capture.id &&
      other.profileId === capture.profileId &&
      other.capturedAt <= capture.capturedAt &&
      findParameter(other.params, 'state') === state,
  );
}
