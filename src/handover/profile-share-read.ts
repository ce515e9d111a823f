import * as v from 'valibot';
import { type Profile, profileSchema } from '../protocol/records.ts';
import { type Shared, shareProfile } from './profile-share.ts';

/** The version of the file and of the link; a reader of another one does not guess. */
export const shareVersion = 1;

/** Whether this is the version of a Claimcheck that came after this one; anything else that is not ours is no version. */
export function isNewer(version: unknown): version is number {
  return typeof version === 'number' && version > shareVersion;
}

/** A record that somebody shared, or the first member that does not fit, as a path: `endpoints.authorization`. */
export type SharedRead = ({ ok: true } & Shared) | { ok: false; name?: string; member: string };

/**
 * Reads one record that came from elsewhere: its shape is checked, and what must not be shared is left out here too,
 * whoever wrote it. Its id is its writer's: whoever keeps the profile gives it a new one. Never throws.
 */
export function readShared(record: unknown): SharedRead {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return { ok: false, member: '' };
  const named = { ...record, id: 'shared' };
  const issue = v.safeParse(profileSchema, named, { abortEarly: true }).issues?.[0];
  if (!issue) {
    // it fits the schema; it is not rebuilt, so that members of a newer version stay
    return { ok: true, ...shareProfile(named as Profile) };
  }
  const { name } = record as { name?: unknown };
  return { ok: false, ...(typeof name === 'string' && { name }), member: v.getDotPath(issue) ?? '' };
}
