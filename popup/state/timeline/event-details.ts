import type { Capture } from '../../../src/protocol/records.ts';
import { failureReason, outcomeWords } from '../call-outcome.ts';
import { statusWords } from '../capture/status-words.ts';
import { stretch } from '../time-words.ts';
import { parseChallenge, parseErrorBody } from '../userinfo/bearer-challenge.ts';
import type { Piece } from './step.ts';

type Event = Capture['events'][number];

/** What came of a call: "200 OK, 142 ms", or why nothing came. */
export function callDetail({ at, detail }: Event, { tokenCalls }: Capture): string {
  const [, status, durationMs] = /^(\d{3}), (\d+) ms$/.exec(detail ?? '') ?? [];
  if (status !== undefined) return outcomeWords({ status: Number(status), durationMs: Number(durationMs) });
  if (detail !== undefined) return failureReason(detail);
  const call = tokenCalls.find((one) => one.at === at);
  return call ? statusWords(call.status) : '';
}

/** The provider's own code for a call that it refused, as far as it is still held. */
export function callError({ at }: Event, capture: Capture): string | undefined {
  const { tokenFailure, revocation, userinfo } = capture;
  if (tokenFailure?.at === at) return tokenFailure.error;
  if (revocation?.at === at) return revocation.error;
  if (userinfo?.at !== at || userinfo.status < 400) return undefined;
  return parseChallenge(userinfo.wwwAuthenticate ?? '').error ?? parseErrorBody(userinfo.body).error;
}

/** Why metadata or keys could not be had. */
export function documentFailure(detail = ''): string {
  const [, status] = /^status (\d+)$/.exec(detail) ?? [];
  return status === undefined ? (failures[detail] ?? failureReason(detail)) : statusWords(Number(status));
}

const failures: Record<string, string> = {
  issuer_mismatch: 'It names another issuer',
  not_json: 'What came is not JSON',
  content_type: 'What came is not JSON',
  no_keys: 'It holds no keys',
  too_many_keys: 'It holds more than 100 keys',
};

/** "2 from id.example.com, 84 ms", or "…, 5400 ms old" of what lay in memory, as the judging notes it, told. */
export function keysDetail({ detail = '' }: Event): Piece[] {
  const [, count, host = '', duration = '', old] = /^(\d+) from ([^\s,]+), (\d+) ms( old)?$/.exec(detail) ?? [];
  if (count === undefined) return [detail];
  const keys = count === '1' ? '1 key' : `${count} keys`;
  return [
    `${keys} from `,
    { code: host },
    old ? `, out of memory, fetched ${stretch(Number(duration))} before` : `, ${duration} ms`,
  ];
}
