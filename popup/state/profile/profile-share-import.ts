import { type FileProblem, largestFile, parseProfileFile } from '../../../src/handover/profile-share-file.ts';
import type { SharedRead } from '../../../src/handover/profile-share-read.ts';
import { sharedText } from '../../../src/handover/profile-share-text.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import type { Host } from '../../host.ts';
import { foldName, freeName } from './profile-names.ts';
import { findShareProblem, type ShareProblem } from './profile-share-problems.ts';

/** What became of one record of a file. `name`: as the file has it; `as`: the profile that it became, or that it equals. */
export type ImportLine =
  | { kind: 'added'; name: string; as: string; leftOut: string[] }
  | { kind: 'same'; name: string; as: string }
  | { kind: 'refused'; name: string; problem: ShareProblem }
  /** `at`: its place in the file, counted from 1. `member`: the first that does not fit; empty where it is no record at all. */
  | { kind: 'unreadable'; at: number; name?: string; member: string };

export type Imported =
  | { ok: true; lines: ImportLine[] }
  | { ok: false; problem: FileProblem | 'not_read' | 'not_stored'; detail?: string };

/** A file as the browser gives it. */
export type PickedFile = Pick<File, 'size' | 'text'>;

/** Reads a file of profiles and stores those that can be saved, each under a new id and a name of its own. */
export async function importFile(
  host: Pick<Host, 'profiles' | 'managedProfiles' | 'newId'>,
  file: PickedFile,
): Promise<Imported> {
  if (file.size > largestFile) return { ok: false, problem: 'too_large' };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { ok: false, problem: 'not_read' };
  }
  const read = parseProfileFile(text);
  if (!read.ok) return read;
  const managed = await host.managedProfiles.get();
  let lines: ImportLine[] = [];
  try {
    const own = await host.profiles.get();
    const first = planImport(read.records, managed, own, host.newId);
    lines = first.lines;
    if (first.added.length === 0) return { ok: true, lines };
    await host.profiles.update((profiles) => {
      const plan = planImport(read.records, managed, profiles, host.newId);
      lines = plan.lines;
      return [...profiles, ...plan.added];
    });
  } catch (error) {
    return { ok: false, problem: 'not_stored', detail: error instanceof Error ? error.message : String(error) };
  }
  return { ok: true, lines };
}

/** What is to be stored of the records of a file, and what is to be said of each. */
export function planImport(
  records: readonly SharedRead[],
  managed: readonly Profile[],
  own: readonly Profile[],
  newId: () => string,
): { added: Profile[]; lines: ImportLine[] } {
  const added: Profile[] = [];
  const lines = records.map((record, at): ImportLine => {
    if (!record.ok) {
      return {
        kind: 'unreadable',
        at: at + 1,
        member: record.member,
        ...(record.name !== undefined && { name: record.name }),
      };
    }
    const { profile, leftOut } = record;
    const name = profile.name.trim();
    const problem = findShareProblem(profile);
    if (problem) return { kind: 'refused', name, problem };
    const all = [...managed, ...own, ...added];
    const same = all.find((other) => isSameProfile(profile, other));
    if (same) return { kind: 'same', name, as: same.name };
    const as = freeName(
      name,
      all.map((other) => other.name),
    );
    added.push({ ...profile, id: newId(), name: as });
    return { kind: 'added', name, as, leftOut };
  });
  return { added, lines };
}

/** Whether two profiles say the same, but for a number behind the name that keeps it from standing there twice. */
function isSameProfile(one: Profile, other: Profile): boolean {
  const isNamed =
    foldName(other.name).replace(/ \d+$/, '') === foldName(one.name) || foldName(other.name) === foldName(one.name);
  return isNamed && contentOf(one) === contentOf(other);
}

function contentOf(profile: Profile): string {
  return sharedText({ ...profile, id: '', name: '' });
}
