import { isCustomScheme } from '../../../src/protocol/needs.ts';
import { findSite, isRecording } from '../../../src/protocol/recording.ts';
import type { Recording } from '../../../src/protocol/records.ts';
import { readSignInUrl } from '../../../src/provider/sign-in-url.ts';

/** What was seen of the sign-in page: where it is, and where it says that the login comes back. */
export type SeenSignIn = { page: string; clientId: string; callback?: string; endsInApp: boolean };

/** What was seen of the answer: where it came, the names of what it brought, and whether that is an error. */
export type SeenAnswer = { at: string; brought: string[]; isError: boolean };

/** How far the watching of a login is. `over`: its time is over, whether anything was seen or not. */
export type RecordShown = {
  phase: 'none' | 'watching' | 'answered' | 'over';
  signIn?: SeenSignIn;
  answer?: SeenAnswer;
  issuer?: string;
};

/** What is to be shown of a recording. `now` is in milliseconds. */
export function showRecording(recording: Recording | undefined, now: number): RecordShown {
  if (!recording) return { phase: 'none' };
  const { callback, brought, issuer } = recording;
  const signIn = findSignIn(recording);
  const answer = callback !== undefined && brought && { at: callback, brought, isError: brought.includes('error') };
  return {
    phase: isRecording(recording, now) ? 'watching' : answer && !answer.isError ? 'answered' : 'over',
    ...(signIn && { signIn }),
    ...(answer && { answer }),
    ...(issuer !== undefined && { issuer }),
  };
}

function findSignIn({ signInUrl = '' }: Recording): SeenSignIn | undefined {
  const read = readSignInUrl(signInUrl);
  if (read.kind !== 'sign_in') return undefined;
  const { callback, clientId = '' } = read;
  const page = signInUrl.replace(/[?#].*$/s, '');
  return {
    ...{ page, clientId, endsInApp: callback !== undefined && isCustomScheme(callback) },
    ...(callback && { callback }),
  };
}

/** The sites that a person typed, one a line or parted by blanks and commas, as match patterns; and what is none. */
export function readSites(text: string): { sites: string[]; strange: string[] } {
  const typed = text.split(/[\s,;]+/).filter((part) => part !== '');
  const patterns = typed.map(findSite);
  return {
    sites: [...new Set(patterns.filter((pattern) => pattern !== undefined))],
    strange: typed.filter((_, at) => patterns[at] === undefined),
  };
}
