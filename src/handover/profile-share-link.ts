import { authorizeUrl } from '../protocol/authorize-url.ts';
import { decodeBase64url, encodeBase64url } from '../protocol/base64url.ts';
import { joinLines } from '../protocol/join-lines.ts';
import type { Profile } from '../protocol/records.ts';
import { parseUrl } from '../protocol/url.ts';
import { shareProfile } from './profile-share.ts';
import { isNewer, readShared, shareVersion } from './profile-share-read.ts';

const marker = /(?:#|%23)claimcheck(?:=|%3D)/i;
const oneTime = new Set(['state', 'nonce', 'code_challenge', 'code_challenge_method']);

/** A profile as one address: where its sign-in starts, and the profile itself, without secrets, in the fragment. */
export function profileLink(profile: Profile): { text: string; leftOut: string[] } {
  const { profile: shared, leftOut } = shareProfile(profile);
  const { id: _own, ...rest } = shared;
  const json = JSON.stringify({ version: shareVersion, profile: rest });
  const data = encodeBase64url(new TextEncoder().encode(json));
  return { text: `${plainAddress(shared)}#claimcheck=${data}`, leftOut };
}

/** The authorize URL without what is new for each sign-in; of a profile that has no sign-in, an address of its provider. */
function plainAddress(profile: Profile): string {
  const { authorization, token } = profile.endpoints;
  if (authorization === '' || profile.responseType === '') {
    const address = profile.issuer ?? (authorization || (token ?? ''));
    return address.replace(/[?#].*$/s, '');
  }
  const [path = '', query = ''] = authorizeUrl(profile, { state: '', nonce: '' }).split(/\?(.*)/s);
  const kept = query.split('&').filter((pair) => !oneTime.has(pair.replace(/=.*$/s, '')));
  return `${path}?${kept.join('&')}`;
}

/** Why the profile in a link cannot be read. `at`: the position behind `#claimcheck=`, counted from 1. */
export type LinkProblem =
  | { id: 'empty' | 'too_long' | 'not_text' }
  /** Its end is missing, or it was changed on the way. */
  | { id: 'broken' }
  | { id: 'character'; at: number; detail: string }
  | { id: 'version'; detail: string }
  /** `detail`: the member that does not fit; empty where it is no profile of ours at all. */
  | { id: 'shape'; detail: string };

/** Where the address of a link says something else than its profile does. */
export type Difference = { name: string; inAddress?: string; inProfile?: string };

export type ProfileLinkRead =
  /** There is no profile in this text. */
  | { kind: 'none' }
  /** `rest`: the text without it, which may be a sign-in URL still. */
  | { kind: 'damaged'; problem: LinkProblem; rest: string }
  | { kind: 'profile'; profile: Profile; leftOut: string[]; differences: Difference[]; rest: string };

/** In characters. A profile has a few thousand. */
const longest = 200_000;

/** Reads the profile out of a link that was pasted, also out of a mail that broke it into lines. Never throws. */
export function parseProfileLink(text: string): ProfileLinkRead {
  const found = marker.exec(text);
  if (!found) return { kind: 'none' };
  const rest = addressAtEnd(text.slice(0, found.index));
  const read = readData(text.slice(found.index + found[0].length));
  if (!read.ok) return { kind: 'damaged', problem: read.problem, rest };
  const differences = compareAddress(rest, read.profile);
  return { kind: 'profile', profile: read.profile, leftOut: read.leftOut, differences, rest };
}

/** The address that a text ends with, also where a mail broke it into lines; the whole text where it ends with none. */
function addressAtEnd(text: string): string {
  const last = joinLines(text).split(/\s/).at(-1) ?? '';
  const from = last.search(/https?(?::\/\/|%3A%2F%2F)/i);
  return from < 0 ? text : last.slice(from);
}

type DataRead = { ok: true; profile: Profile; leftOut: string[] } | { ok: false; problem: LinkProblem };

/** What ends a link that stands in other text. */
const ends = /["'`<>()[\]{}|,;&”’»]|$/;

function readData(data: string): DataRead {
  if (data.length > longest) return { ok: false, problem: { id: 'too_long' } };
  const lines = data.slice(0, data.search(ends)).trim().split(/\s+/);
  let joined = '';
  let first: DataRead | undefined;
  // a mail may have broken it anywhere; what follows it in the mail is no part of it
  for (const line of lines.slice(0, 200)) {
    joined += line;
    const read = decodeData(joined.replace(/\.$/, ''));
    if (read.ok || isWhole(read.problem)) return read;
    first ??= read;
    if (read.problem.id === 'character') break;
  }
  return first ?? { ok: false, problem: { id: 'empty' } };
}

/** Whether it was read to its end, so that the next line is no part of it. */
function isWhole({ id }: LinkProblem): boolean {
  return id === 'version' || id === 'shape';
}

function decodeData(data: string): DataRead {
  const damaged = (problem: LinkProblem): DataRead => ({ ok: false, problem });
  if (data === '') return damaged({ id: 'empty' });
  const { bytes, problems } = decodeBase64url(data);
  const wrong = problems.find(({ id }) => id === 'illegal_character');
  if (wrong)
    return damaged({
      id: 'character',
      at: wrong.at + 1,
      detail: String.fromCodePoint(data.codePointAt(wrong.at) ?? 0),
    });
  const json = decodeText(bytes);
  if (json === undefined) return damaged({ id: problems.length > 0 ? 'broken' : 'not_text' });
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return damaged({ id: 'broken' });
  }
  const { version, profile } = (value ?? {}) as { version?: unknown; profile?: unknown };
  if (isNewer(version)) return damaged({ id: 'version', detail: String(version) });
  if (version !== shareVersion) return damaged({ id: 'shape', detail: '' });
  const read = readShared(profile);
  if (!read.ok) return damaged({ id: 'shape', detail: read.member });
  return { ok: true, profile: read.profile, leftOut: read.leftOut };
}

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function compareAddress(rest: string, profile: Profile): Difference[] {
  const url = parseUrl(/^https?%3A/i.test(rest) ? decode(rest) : rest);
  const own = parseUrl(plainAddress(profile));
  if (!url || !own) return [];
  // a sign-in page that was opened with the link keeps its fragment, at a path of its own
  const hasMoved = url.origin === own.origin && /\/(?:login|signup)$/.test(url.pathname);
  // an address without a host has no origin to show
  const address = (one: URL) =>
    one.origin === 'null' ? one.href.replace(/[?#].*$/s, '') : `${one.origin}${one.pathname}`;
  const isElsewhere = !hasMoved && address(url) !== address(own);
  const inProfile = new URLSearchParams(own.search);
  const names = new Set([...url.searchParams.keys(), ...inProfile.keys()].filter((name) => !oneTime.has(name)));
  const differences = [...names].flatMap((name) => {
    const [one, other] = [url.searchParams.getAll(name).join(' '), inProfile.getAll(name).join(' ')];
    if (one === other) return [];
    const has = { one: url.searchParams.has(name), other: inProfile.has(name) };
    return [{ name, ...(has.one && { inAddress: one }), ...(has.other && { inProfile: other }) }];
  });
  return isElsewhere
    ? [{ name: 'address', inAddress: address(url), inProfile: address(own) }, ...differences]
    : differences;
}

/** Percent-decodes; what is no encoding is left as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
