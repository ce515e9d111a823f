import { useEffect, useRef, useState } from 'preact/hooks';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import { findNoSession } from '../state/no-session.ts';
import { noSessionWords } from '../state/no-session-words.ts';
import { providerName } from '../state/provider-words.ts';
import { summarize } from '../state/verdict-summary.ts';

/** The sentence that announces a capture which arrives, and is judged, while the face is open. */
export function useCaptureStatus(captures: readonly Capture[] | undefined, profiles: readonly Profile[]): string {
  const known = useRef<Set<string>>(undefined);
  const [status, setStatus] = useState('');
  useEffect(() => {
    if (!captures) return;
    const before = known.current;
    const settled = captures.filter(({ judgedAt, error }) => judgedAt !== undefined || error);
    known.current = new Set(settled.map(({ id }) => id));
    const newest = before && settled.find(({ id }) => !before.has(id));
    // what was said of a capture that is gone, or before another, is not said on
    if (!newest) return setStatus((said) => (settled.length < (before?.size ?? 0) ? '' : said));
    const profile = profiles.find(({ id }) => id === newest.profileId);
    setStatus(arrivalWords(newest, profile));
  }, [captures, profiles]);
  return status;
}

function arrivalWords(capture: Capture, profile: Profile | undefined): string {
  const isPasted = capture.origin === 'pasted';
  const noSession = findNoSession(capture);
  if (noSession) return `${noSessionWords(noSession, profile).heading}.`;
  if (capture.error) {
    return isPasted ? 'Read from what was pasted: an error.' : `${providerName(profile)} answered with an error.`;
  }
  const { words, rest } = summarize(capture);
  const from = `${capture.frame === 'sub' ? ' in a frame' : ''}${profile ? ` from ${profile.name}` : ''}`;
  return `${isPasted ? 'Read from what was pasted' : `Tokens captured${from}`}. ${words}${rest}.`;
}
