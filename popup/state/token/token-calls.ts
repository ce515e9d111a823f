import type { Capture, Grant } from '../../../src/protocol/records.ts';

export type TokenCall = Capture['tokenCalls'][number];

/** What the timeline of a capture calls a call to the token endpoint that brought tokens. */
const done: Record<Grant, string> = {
  authorization_code: 'code_exchanged',
  refresh_token: 'refreshed',
  client_credentials: 'client_token',
};

/** Whether a call brought tokens: its status alone does not say so, a page of a proxy is a 200 too. */
export function hasBroughtTokens({ events }: Pick<Capture, 'events'>, { grant, at }: TokenCall): boolean {
  return events.some((event) => event.kind === done[grant] && event.at === at);
}

/** The calls with one kind of grant that brought tokens, the oldest first. */
export function doneCalls(capture: Pick<Capture, 'events' | 'tokenCalls'>, grant: Grant): TokenCall[] {
  return capture.tokenCalls.filter((call) => call.grant === grant && hasBroughtTokens(capture, call));
}
