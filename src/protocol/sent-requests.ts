import type { SentRequest } from './records.ts';

/** So many are kept, the oldest go first. */
export const mostRequests = 500;

/** The requests with one more, the one sent last first: they are noted as they end. */
export function withRequest(requests: SentRequest[], request: SentRequest): SentRequest[] {
  return [request, ...requests].sort((one, other) => other.at - one.at).slice(0, mostRequests);
}
