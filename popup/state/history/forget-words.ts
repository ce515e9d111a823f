import { type Capture, type Profile, tokenNames } from '../../../src/protocol/records.ts';
import { captureTitle, groupByProfile } from '../capture/capture-line.ts';
import { clockTime } from '../time-words.ts';
import { lifetimeOf } from '../token/lifetime.ts';

/** What goes with captures that are to be forgotten, named. */
export type Forgetting = {
  heading: string;
  /** Whose they are: the name of each profile, and how many of its captures. Texts from outside, not made safe. */
  profiles: { id: string; name: string; count: string }[];
  /** How many more profiles there are, whose names would only fill the dialog. */
  rest: string;
  /** Who signed in, of a single capture with tokens. */
  title?: string;
  /** Empty where none is. */
  pinned: string;
  /** Which tokens are still good; empty where none is. */
  tokens: string;
};

const mostProfiles = 6;

export function forgettingWords(captures: readonly Capture[], profiles: readonly Profile[], now: number): Forgetting {
  const [one] = captures;
  const single = captures.length === 1 ? one : undefined;
  const groups = groupByProfile(captures, profiles).map(({ id, name, captures: main, framed }) => ({
    id,
    name,
    held: main.length + framed.length,
  }));
  const others = groups.slice(mostProfiles);
  const otherCaptures = others.reduce((sum, { held }) => sum + held, 0);
  return {
    heading: single ? 'Forget this capture?' : `Forget ${many(captures.length)}?`,
    profiles: groups.slice(0, mostProfiles).map(({ id, name, held }) => ({ id, name, count: many(held) })),
    rest: others.length === 0 ? '' : `${others.length} more profiles: ${many(otherCaptures)}`,
    ...(single && !single.error && { title: captureTitle(single) }),
    pinned: pinnedWords(captures),
    tokens: tokenWords(captures, now),
  };
}

/** What is said once they are gone. */
export function forgottenWords(count: number): string {
  return count === 1 ? 'The capture was forgotten.' : `${many(count)} were forgotten.`;
}

function many(count: number): string {
  return count === 1 ? '1 capture' : `${count.toLocaleString('en')} captures`;
}

function pinnedWords(captures: readonly Capture[]): string {
  const count = captures.filter(({ pinned }) => pinned).length;
  if (count === 0) return '';
  if (captures.length === 1) return 'It is pinned.';
  return count === 1 ? '1 of them is pinned.' : `${count.toLocaleString('en')} of them are pinned.`;
}

/** Tokens outlive the capture: which of them are still good, and until when. */
function tokenWords(captures: readonly Capture[], now: number): string {
  const ends: number[] = [];
  let untold = 0;
  for (const capture of captures) {
    for (const name of tokenNames) {
      if (name === 'refresh_token' && capture.deadRefreshToken) continue;
      const life = lifetimeOf(capture, undefined, name, now);
      if (life.kind === 'unreadable') untold += 1;
      else if (life.kind === 'runs' && life.expiresAt > now) ends.push(life.expiresAt);
    }
  }
  const ofUntold = untold === 1 ? 'whose end cannot be read' : 'whose ends cannot be read';
  if (ends.length === 0) return untold === 0 ? '' : `${tokens(untold)} ${ofUntold} may still be good.`;
  const last = clockTime(Math.max(...ends), now, 'minutes');
  const good =
    ends.length === 1
      ? `1 token is still good, until ${last}`
      : `${tokens(ends.length)} are still good, the last until ${last}`;
  return untold === 0 ? `${good}.` : `${good}, and ${untold.toLocaleString('en')} more ${ofUntold}.`;
}

function tokens(count: number): string {
  return count === 1 ? '1 token' : `${count.toLocaleString('en')} tokens`;
}
