import type { Profile } from '../protocol/records.ts';
import { shareProfile } from './profile-share.ts';
import { isNewer, readShared, type SharedRead, shareVersion } from './profile-share-read.ts';

/** In bytes: larger files are not read. */
export const largestFile = 1_048_576;
export const mostProfiles = 200;

/** What a record lost on the way into the file. */
export type LeftOut = { name: string; members: string[] };

/** The file of some profiles: indented JSON without secrets, and what was left out of each. */
export function profileFile(profiles: readonly Profile[]): { text: string; leftOut: LeftOut[] } {
  const shared = profiles.map(shareProfile);
  const file = { claimcheck: 'profiles', version: shareVersion, profiles: shared.map(({ profile }) => profile) };
  return {
    text: `${JSON.stringify(file, null, 2)}\n`,
    leftOut: shared
      .filter(({ leftOut }) => leftOut.length > 0)
      .map(({ profile, leftOut }) => ({ name: profile.name, members: leftOut })),
  };
}

/** `detail`: the version that the file names, or how many profiles it holds. */
export type FileProblem = 'too_large' | 'not_json' | 'not_profiles' | 'version' | 'too_many';
export type ProfileFileRead =
  | { ok: true; records: SharedRead[] }
  | { ok: false; problem: FileProblem; detail?: string };

/** Reads a file of profiles, each record by itself: one that does not fit holds up no other. Never throws. */
export function parseProfileFile(text: string): ProfileFileRead {
  // each character is a byte at least
  if (text.length > largestFile) return { ok: false, problem: 'too_large' };
  const file = parseObject(text);
  if (!file.ok) return { ok: false, problem: 'not_json' };
  const { claimcheck, version, profiles } = file.value;
  if (claimcheck !== 'profiles') return { ok: false, problem: 'not_profiles' };
  if (isNewer(version)) return { ok: false, problem: 'version', detail: String(version) };
  if (version !== shareVersion || !Array.isArray(profiles)) return { ok: false, problem: 'not_profiles' };
  if (profiles.length > mostProfiles) return { ok: false, problem: 'too_many', detail: String(profiles.length) };
  return { ok: true, records: profiles.map(readShared) };
}

function parseObject(text: string): { ok: true; value: Record<string, unknown> } | { ok: false } {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    // what is JSON and no object is simply not ours
    return { ok: true, value: isObject ? (value as Record<string, unknown>) : {} };
  } catch {
    return { ok: false };
  }
}
