import type { SentRequest } from './records.ts';

/** So many are kept, the oldest go first. */
export const mostRequests = 500;

/** The requests with one more, the newest first. */
export function withRequest(requests: SentRequest[], request: SentRequest): SentRequest[] {
  return [request, ...requests].slice(0, mostRequests);
}
