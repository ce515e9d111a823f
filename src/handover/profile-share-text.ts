import type { Profile } from '../protocol/records.ts';
import { shareProfile } from './profile-share.ts';

/** What is shared of a profile, as one text: two profiles that say the same have the same. */
export function sharedText(profile: Profile): string {
  return sortedJson(shareProfile(profile).profile);
}

/** Whether two values are the same JSON, in whatever order their members stand: storage and files keep their own. */
export function isSameJson(one: unknown, other: unknown): boolean {
  return sortedJson(one) === sortedJson(other);
}

function sortedJson(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? '';
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]));
}
