import { findDueCode } from '../protocol/code-exchange.ts';
import { isClientOf } from '../protocol/login-client.ts';
import type { Capture } from '../protocol/records.ts';
import { findClientMeans } from './client-means.ts';
import { findAccess } from './host-access.ts';
import { resourcesOf } from './resources.ts';
import { withTokenOutcome } from './token-outcome.ts';
import { type BuiltRequest, buildTokenRequest } from './token-request.ts';
import {
  type CallRecords,
  findCapture,
  type TokenWorld,
  tokenCallOf,
  tokenLimits,
  withCapture,
} from './token-world.ts';

/** The captures whose code waits to be exchanged. `now` in milliseconds. */
export function findDueCaptures({ captures, privateCaptures, logins }: CallRecords, now: number): string[] {
  return [...captures, ...privateCaptures].filter((one) => findDueCode(one, logins, now)).map(({ id }) => id);
}

/**
 * Exchanges the code of a capture at its profile's token endpoint (RFC 6749 section 4.1.3, RFC 7636 section 4.5), once: the
 * call is noted and the login used up in one write before it is sent, and a call that was lost is never sent again. What
 * came is stored in one write, then judged. A code that is not due is left alone.
 */
export async function exchangeCode(captureId: string, world: TokenWorld): Promise<void> {
  const records = await world.records();
  const capture = findCapture(records, captureId);
  const due = capture && findDueCode(capture, records.logins, world.now());
  if (!capture?.request || !due) return;
  if (!due.ok) return noteWhy(captureId, due.reason, world);
  const profile = (await world.profiles()).find(({ id }) => id === capture.profileId);
  if (profile && !isClientOf(profile, due.login)) return noteWhy(captureId, profileChanged, world);
  const found = await findClientMeans(profile, 'token', world);
  if (!found.ok || !profile) return noteWhy(captureId, found.ok ? '' : found.reason, world);
  const { endpoint } = found.means;
  const access = await findAccess({ endpoint, profile, next: 'the code is exchanged' }, world);
  // the login waits with its code: it is looked at again once access is allowed
  if (!access.ok) return noteWhy(captureId, access.reason, world);
  const { code, login } = due;
  const request = await buildTokenRequest(found.means, 'authorization_code', [
    ['code', code],
    ['redirect_uri', capture.request.redirectUri],
    ...(capture.request.pkce === 'S256' ? [['code_verifier', login.verifier] as const] : []),
    ...resourcesOf(profile),
  ]);
  const isSent = await world.asOurs(tokenCallOf(captureId), async () => {
    if (!(await claim(captureId, code, world))) return false;
    await send(captureId, { ...request, hadAccess: access.hadAccess }, world);
    return true;
  });
  if (isSent) await world.judge(captureId);
}

/** Notes the call and uses up its login. False when the code is not due any more: somebody else was first. */
async function claim(captureId: string, code: string, { change, now }: TokenWorld): Promise<boolean> {
  let isClaimed = false;
  await change((records) => {
    const capture = findCapture(records, captureId);
    const due = capture && findDueCode(capture, records.logins, now());
    isClaimed = due?.ok === true && due.code === code;
    if (!isClaimed || !due?.ok) return records;
    const tokenCall = { grant: 'authorization_code', sentAt: now() } as const;
    const claimed = withCapture(records, captureId, (current) => ({ ...current, tokenCall }));
    return { ...claimed, logins: records.logins.filter(({ state }) => state !== due.login.state) };
  });
  return isClaimed;
}

type Sending = BuiltRequest & { hadAccess: boolean };

async function send(captureId: string, request: Sending, { post, change, now }: TokenWorld): Promise<void> {
  const { address, body, headers, secrets, hadAccess } = request;
  const fetched = await post(address, body, headers, tokenLimits);
  const call = { grant: 'authorization_code', fetched, at: now(), secrets, endpoint: address, hadAccess } as const;
  await change((records) => withCapture(records, captureId, (current) => withTokenOutcome(current, call)));
}

const kind = 'code_not_exchanged';
const profileChanged = 'The profile was changed during the login. Sign in again.';

/** Says in the timeline why a code that could be exchanged was not, once for each reason. */
async function noteWhy(captureId: string, detail: string, { change, now }: TokenWorld): Promise<void> {
  const noted = (capture: Capture): Capture => {
    const last = capture.events.findLast((event) => event.kind === kind);
    return last?.detail === detail ? capture : { ...capture, events: [...capture.events, { at: now(), kind, detail }] };
  };
  await change((records) => withCapture(records, captureId, noted));
}
