import type { SentRequest } from '../../src/protocol/records.ts';
import { statusWords } from './capture/status-words.ts';

const failures: Record<NonNullable<SentRequest['failure']>, string> = {
  blocked_scheme: 'Not sent: the address is not https',
  offline: 'This computer was offline',
  unreachable: 'No answer that could be read',
  timeout: 'No answer in time',
  redirect: 'Answered with a redirect, which is not followed',
  too_large: 'The answer was too large',
  interrupted: 'The browser stopped Claimcheck meanwhile',
};

/** Why a request brought no answer. A reason that is not known stays as it is. */
export function failureReason(kind: string): string {
  return Object.entries(failures).find(([known]) => known === kind)?.[1] ?? kind;
}

/** What came of a request: "200 OK, 142 ms", or why there is no answer. */
export function outcomeWords({ status, failure, durationMs }: Partial<SentRequest>): string {
  if (status === undefined) return failure ? failureReason(failure) : 'No answer';
  return durationMs === undefined ? statusWords(status) : `${statusWords(status)}, ${durationMs} ms`;
}
