/** Takes in captures that were exported. */
import { findSameClient, findTooLarge, takeImported } from '../capture/take-imported.ts';
import { type CapturesRead, parseCaptures } from '../handover/import-captures.ts';
import type { Imported } from '../messages.ts';
import type { Capture } from '../protocol/records.ts';
import type { SessionRecords } from '../store/session-records.ts';
import type { Judging } from './judging.ts';
import { done, unlessFull, type Verbs } from './verbs.ts';
import type { Context, World } from './world.ts';

/** In characters of JSON: with more the browser's memory would be full, and older captures would have to make room. */
const mostHeld = 4_500_000;

export function createImporting(
  { stores, now }: Pick<Context, 'now'> & { stores: Pick<Context['stores'], 'allProfiles'> },
  { world, judging }: { world: Pick<World, 'change'>; judging: Pick<Judging, 'run'> },
): { verbs: Pick<Verbs, 'importCaptures'> } {
  const take = async (text: string, isPrivate: boolean): Promise<Imported> => {
    const read = parseCaptures(text);
    if (!read.ok) return { ok: false, reason: problemWords(read) };
    const profiles = await stores.allProfiles.get();
    const taken: Capture[] = [];
    const leftOut: string[] = [];
    for (const record of read.records) {
      const member = record.ok ? findTooLarge(record.capture) : record.member;
      if (!record.ok || member !== undefined) {
        leftOut.push(leftOutWords(record.at, member ?? ''));
        continue;
      }
      const of = read.profiles.find(({ id }) => id === record.capture.profileId);
      taken.push(await takeImported(record.capture, { profile: findSameClient(of, profiles), isPrivate, now: now() }));
    }
    if (taken.length === 0) return { ok: false, reason: ['Nothing was imported.', ...leftOut].join(' ') };
    const side = isPrivate ? 'privateCaptures' : 'captures';
    let hasRoom = true;
    const keep = (records: SessionRecords) => {
      const known = new Set(records[side].map(({ id }) => id));
      const added = taken.filter(({ id }, at) => !known.has(id) && taken.findIndex((one) => one.id === id) === at);
      hasRoom = added.length === 0 || sizeOf([records.captures, records.privateCaptures, added]) <= mostHeld;
      return added.length > 0 && hasRoom ? { ...records, [side]: newestFirst([...added, ...records[side]]) } : records;
    };
    const kept = await unlessFull(world.change(keep).then(() => done));
    if (!kept.ok) return kept;
    if (!hasRoom) return { ok: false, reason: noRoom };
    void judging.run().catch(() => {});
    return { ok: true, captureIds: [...new Set(taken.map(({ id }) => id))], leftOut };
  };
  return { verbs: { importCaptures: ({ text, isPrivate = false }) => take(text, isPrivate) } };
}

/** An old login that comes out of a file does not stand before one that was captured since. */
function newestFirst(captures: Capture[]): Capture[] {
  return captures.sort((one, other) => other.capturedAt - one.capturedAt);
}

function sizeOf(lists: Capture[][]): number {
  return JSON.stringify(lists).length;
}

const noRoom =
  'There is no room for them in the browser’s memory for extensions. Forget captures that you no longer need, then import again.';

function leftOutWords(at: number, member: string): string {
  if (member === '') return `Record ${at} was left out: it is no capture.`;
  return `Record ${at} was left out: its member ${member.slice(0, 100)} does not fit.`;
}

function problemWords({ problem, detail = '' }: Extract<CapturesRead, { ok: false }>): string {
  switch (problem) {
    case 'too_large':
      return 'This file is larger than 5 MB, so it was not read. Export fewer captures into it.';
    case 'not_json':
      return 'This file is not whole JSON. Export the captures once more.';
    case 'not_captures':
      return 'This is no file of captures of Claimcheck. Choose one that “Export” made.';
    case 'version':
      return `This file has version ${detail.slice(0, 20)}, and this Claimcheck reads version 1. Update Claimcheck.`;
    case 'too_many':
      return `This file holds ${detail} captures, and 1,000 are read at most. Export fewer into it.`;
  }
}
