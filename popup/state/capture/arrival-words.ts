import { isImported } from '../../../src/protocol/imported.ts';
import type { Capture, Grant, Profile } from '../../../src/protocol/records.ts';
import { isSample } from '../../../src/protocol/sample.ts';
import { summarize } from '../checks/verdict-summary.ts';
import { providerName } from '../provider-words.ts';
import { type CodeRead, findCodeState } from './code-state.ts';
import { findNoSession } from './no-session.ts';
import { noSessionWords } from './no-session-words.ts';

/**
 * What is announced of a capture that has come to rest, and by which it is known whether that was said: the sum of the
 * checks may change without anything else, as when userInfo is called.
 */
export type Arrival = { key: string; words: string };

/** Undefined while more is about to come: its checks run, or its code is exchanged next. `now` in milliseconds. */
export function arrivalOf(
  capture: Capture,
  profile: Profile | undefined,
  now: number,
  read: CodeRead = {},
): Arrival | undefined {
  const { error, judgedAt, tokenAnswer, tokenFailure } = capture;
  const noSession = findNoSession(capture);
  if (noSession) return { key: 'no_session', words: `${noSessionWords(noSession, profile).heading}.` };
  const isPasted = capture.origin === 'pasted';
  if (error) {
    const words = isPasted
      ? 'Read from what was pasted: an error.'
      : `${providerName(profile)} answered with an error.`;
    return { key: 'error', words };
  }
  const code = findCodeState(capture, profile, now, read);
  if (judgedAt === undefined || code === 'exchanging' || code === 'waiting') return undefined;
  const { tone, words, rest } = summarize(capture);
  const from = `${capture.frame === 'sub' ? ' in a frame' : ''}${profile ? ` from ${profile.name}` : ''}`;
  const what = isPasted ? 'Read from what was pasted' : `${whatCame(capture)}${from}`;
  const key = JSON.stringify([what, tone, tokenAnswer?.at, tokenFailure?.at]);
  return { key, words: `${what}. ${words}${rest}.` };
}

function whatCame(capture: Capture): string {
  const { tokens, tokenFailure, tokenAnswer, params } = capture;
  const holdsTokens = Object.values(tokens).some((token) => token !== undefined);
  if (isSample(capture)) return 'A sample was minted';
  if (isImported(capture)) return 'Imported from a file';
  if (tokenFailure) return nothingCame[tokenFailure.grant][holdsTokens ? 'beside' : 'alone'];
  if (holdsTokens) return tokenAnswer?.grant === 'refresh_token' ? 'Tokens refreshed' : 'Tokens captured';
  return params.some(([name]) => name === 'code') ? 'A code came' : 'No tokens came';
}

/** Where the token endpoint brought none: `beside` tokens that are held. */
const nothingCame: Record<Grant, { alone: string; beside: string }> = {
  authorization_code: { alone: 'No tokens came', beside: 'The code brought no tokens' },
  refresh_token: { alone: 'No tokens came', beside: 'The refresh brought no tokens' },
  client_credentials: { alone: 'No token came', beside: 'No token came' },
};
