import { isUseBlocked } from '../protocol/checks.ts';
import { isOfOtherClient, otherClientWords } from '../protocol/login-client.ts';
import type { Capture } from '../protocol/records.ts';
import { cameFromElsewhere } from '../protocol/token-access.ts';
import { failureWords, movedWords } from './call-words.ts';
import { findClientMeans } from './client-means.ts';
import { findAccess } from './host-access.ts';
import { withTokenOutcome } from './token-outcome.ts';
import { buildTokenRequest } from './token-request.ts';
import { findCapture, type TokenWorld, tokenCallOf, tokenLimits, withCapture } from './token-world.ts';

type Outcome = { ok: true } | { ok: false; reason: string };

/** `exclusively`: runs one piece of work of a name at a time, whichever context of the extension asks. */
export type RefreshWorld = TokenWorld & {
  exclusively: <R>(name: string, work: () => Promise<R>) => Promise<R>;
};

/**
 * Gets new tokens with the refresh token of a capture (RFC 6749 section 6), stores them in the place of the old ones in one
 * write, and has them judged. Two that ask at once share one request: who comes second gets the outcome of the first. After
 * a blocking failure only when the person said to use it `anyway`.
 */
export async function refreshTokens(
  captureId: string,
  world: RefreshWorld,
  options: { anyway?: boolean } = {},
): Promise<Outcome> {
  const before = findCapture(await world.records(), captureId);
  return world.exclusively(tokenCallOf(captureId), async () => {
    const capture = findCapture(await world.records(), captureId);
    // what another context was told while we waited is the answer to us as well
    if (before && capture && hasEnded(before, capture)) return outcomeOf(capture);
    return refreshOnce(captureId, capture, world, options);
  });
}

async function refreshOnce(
  captureId: string,
  capture: Capture | undefined,
  world: TokenWorld,
  { anyway = false }: { anyway?: boolean },
): Promise<Outcome> {
  const reason = findObjection(capture, anyway);
  if (reason !== undefined) return { ok: false, reason };
  const token = capture?.tokens.refresh_token ?? '';
  const profile = (await world.profiles()).find(({ id }) => id === capture?.profileId);
  const found = await findClientMeans(profile, 'token', world);
  if (!found.ok) return found;
  if (!profile || !capture) return { ok: false, reason: gone };
  if (isOfOtherClient(capture, profile)) return { ok: false, reason: otherClientWords };
  const { endpoint } = found.means;
  if (cameFromElsewhere(capture, endpoint)) return { ok: false, reason: movedWords };
  const access = await findAccess({ endpoint, profile, capture, anyway, next: 'refresh again' }, world);
  if (!access.ok) return access;
  const { hadAccess } = access;
  const { address, body, headers, secrets } = await buildTokenRequest(found.means, 'refresh_token', [
    ['refresh_token', token],
  ]);
  const isSent = await world.asOurs(tokenCallOf(captureId), async () => {
    if (!(await claim(captureId, token, anyway, world))) return false;
    const fetched = await world.post(address, body, headers, tokenLimits);
    const call = { grant: 'refresh_token', fetched, at: world.now(), secrets, endpoint, hadAccess } as const;
    await world.change((records) => withCapture(records, captureId, (current) => withTokenOutcome(current, call)));
    return true;
  });
  if (!isSent) return { ok: false, reason: changed };
  await world.judge(captureId);
  const after = findCapture(await world.records(), captureId);
  return after ? outcomeOf(after) : { ok: false, reason: gone };
}

/** Notes the call before it is sent. False when the capture is not what it was. */
async function claim(captureId: string, token: string, anyway: boolean, world: TokenWorld): Promise<boolean> {
  let isClaimed = false;
  const claimed = (current: Capture): Capture => {
    isClaimed = current.tokens.refresh_token === token && findObjection(current, anyway) === undefined;
    return isClaimed ? { ...current, tokenCall: { grant: 'refresh_token', sentAt: world.now() } } : current;
  };
  await world.change((records) => {
    isClaimed = false;
    return withCapture(records, captureId, claimed);
  });
  return isClaimed;
}

const gone = 'This capture is not there any more.';
const changed = 'The capture has changed meanwhile. Try again.';

/** Why the tokens of a capture are not refreshed; undefined when they may be. */
function findObjection(capture: Capture | undefined, anyway: boolean): string | undefined {
  if (!capture) return gone;
  const { startedHere, origin, tokens, deadRefreshToken, tokenCall, judgedAt, verdicts } = capture;
  if (!startedHere || origin !== undefined) {
    return 'Claimcheck did not start this login: refreshing could log its app out.';
  }
  if (tokens.refresh_token === undefined) return 'This capture holds no refresh token. Sign in again.';
  if (deadRefreshToken) return deadWords[deadRefreshToken.why];
  if (tokenCall) return 'A call to the token endpoint is under way. Wait for it to end.';
  if (anyway) return undefined;
  if (judgedAt === undefined) return 'The checks are still running.';
  return isUseBlocked(verdicts) ? 'A check failed: the refresh token is not to be used.' : undefined;
}

const deadWords = {
  invalid_grant: 'The provider does not take this refresh token any more. Sign in again.',
  revoked: 'This refresh token was revoked. Sign in again.',
};

/** Whether a refresh has ended between two looks at a capture. */
function hasEnded(before: Capture, after: Capture): boolean {
  return endOf(before) !== endOf(after);
}

function endOf({ tokenAnswer, tokenFailure }: Capture): number {
  const ends = [tokenAnswer, tokenFailure].map((one) => (one?.grant === 'refresh_token' ? one.at : 0));
  return Math.max(...ends);
}

function outcomeOf({ tokenFailure }: Capture): Outcome {
  if (tokenFailure?.grant !== 'refresh_token') return { ok: true };
  return { ok: false, reason: failureWords(tokenFailure) };
}
