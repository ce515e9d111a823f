import type { Capture } from '../protocol/records.ts';

/** The capture as the front channel brought it: without what the token endpoint has brought since. */
export function asFrontChannel(capture: Capture): Capture {
  if (capture.tokenAnswer === undefined) return capture;
  const { tokens: _, tokenType: __, scope: ___, expiresAt: ____, ...rest } = capture;
  return { ...rest, tokens: {}, ...capture.frontChannel };
}

/** Whether it came of no sign-in: the client asked the token endpoint for a token of its own. */
export function isForClient({ source, startedHere }: Capture): boolean {
  // a token answer that a person pasted was not asked for here
  return source === 'token_endpoint' && startedHere;
}
