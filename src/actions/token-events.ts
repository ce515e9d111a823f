import type { Grant } from '../protocol/records.ts';

/** What the timeline of a capture calls the outcome of a call to the token endpoint. */
export const tokenEvents: Record<Grant, { done: string; failed: string }> = {
  authorization_code: { done: 'code_exchanged', failed: 'code_exchange_failed' },
  refresh_token: { done: 'refreshed', failed: 'refresh_failed' },
  client_credentials: { done: 'client_token', failed: 'client_token_failed' },
};
