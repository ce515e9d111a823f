import { captureExpiresAt } from '../../../src/protocol/expiry.ts';
import {
  type Capture,
  defaultSettings,
  loginLifetime,
  type PendingLogin,
  type Settings,
  type TokenName,
  tokenNames,
} from '../../../src/protocol/records.ts';
import { clockTime } from '../time-words.ts';
import { tokenNoun } from '../token/token-names.ts';

export type HeldRow = { what: string; count: string; place: 'Memory' | 'Disk'; until: string };

/** What is stored, as it has been read. `ownProfiles`: without those of a policy. */
export type Held = {
  captures: readonly Capture[];
  privateCaptures: readonly Capture[];
  logins: readonly PendingLogin[];
  secrets: number;
  keptSecrets: number;
  ownProfiles: number;
  documents: number;
  requests: number;
  settings: Partial<Settings>;
};

/** What is stored now: how much of what kind, where, and until when. `now` in milliseconds. */
export function heldRows(held: Held, now: number): HeldRow[] {
  const { captures, privateCaptures, logins, settings } = held;
  const all = [...captures, ...privateCaptures];
  const open = logins.filter(({ ended }) => !ended);
  const withCaptures = all.length === 0 ? '' : 'With their captures';
  const lastEnd = Math.max(...open.map(({ startedAt }) => startedAt + loginLifetime));
  return [
    inMemory('Captures', counted(captures.length), untilWords(captures, settings, now, browserEnds)),
    ...privateRows(held, now),
    inMemory('Tokens', tokenWords(all), withCaptures),
    inMemory('userInfo answers', counted(all.filter(({ userinfo }) => userinfo).length), withCaptures),
    inMemory('Sign-ins under way', counted(open.length), open.length > 0 ? `${clock(lastEnd, now)} at the latest` : ''),
    inMemory('Client secrets', counted(held.secrets), browserEnds),
    inMemory('Metadata and keys of issuers', counted(held.documents), browserEnds),
    inMemory('Requests, as listed below', counted(held.requests), browserEnds),
    onDisk('Profiles', counted(held.ownProfiles)),
    onDisk('Client secrets, encrypted', counted(held.keptSecrets)),
  ];
}

const browserEnds = 'The browser closes';
const windowsEnd = 'The last private window closes';

function inMemory(what: string, count: string, until: string): HeldRow {
  return { what, count, place: 'Memory', until: count === none ? '' : until };
}

function onDisk(what: string, count: string): HeldRow {
  return { what, count, place: 'Disk', until: count === none ? '' : 'You delete them' };
}

export const none = 'None';

function counted(count: number): string {
  return count === 0 ? none : count.toLocaleString('en');
}

/** Each token once, also those that others have taken the place of. */
function tokenWords(captures: readonly Capture[]): string {
  const words = tokenNames.flatMap((name) => {
    const count = captures.reduce((sum, capture) => sum + tokensOf(capture, name).size, 0);
    return count === 0 ? [] : [`${count.toLocaleString('en')} ${tokenNoun[name]}${count === 1 ? '' : 's'}`];
  });
  return words.length === 0 ? none : words.join(', ');
}

type Tokens = { [Name in TokenName]?: string | undefined };

function tokensOf({ tokens, frontChannel, replaced, original }: Capture, name: TokenName): Set<string> {
  const sets: (Tokens | undefined)[] = [tokens, frontChannel?.tokens, replaced?.tokens, original];
  return new Set(sets.flatMap((set) => set?.[name] ?? []));
}

/** When the first and the last of some captures go; those without a time of their own at `end`. */
function untilWords(captures: readonly Capture[], settings: Partial<Settings>, now: number, end: string): string {
  const { graceMinutes } = { ...defaultSettings, ...settings };
  const unpinned = captures.filter(({ pinned }) => !pinned);
  if (graceMinutes === null || unpinned.length === 0) return end;
  const ends = unpinned.map((capture) => captureExpiresAt(capture) + graceMinutes * 60_000);
  const [first, last] = [Math.min(...ends), Math.max(...ends)].map((at) => clock(at, now));
  const span = first === last ? `${first}` : `${first} to ${last}`;
  return unpinned.length < captures.length ? `${span}; pinned ones: ${lowered(end)}` : span;
}

/** None outlives the last private window. */
function privateRows({ privateCaptures, settings }: Held, now: number): HeldRow[] {
  if (privateCaptures.length === 0) return [];
  const words = untilWords(privateCaptures, settings, now, windowsEnd);
  const isNamed = words.endsWith(windowsEnd.slice(1));
  const until = isNamed ? words : `${words}, or ${lowered(windowsEnd)}`;
  return [inMemory('Captures of private windows', counted(privateCaptures.length), until)];
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function clock(at: number, now: number): string {
  return clockTime(at, now, 'minutes');
}
