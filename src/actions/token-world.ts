import type { FetchLimits, Post } from '../protocol/fetched.ts';
import type { Capture, PendingLogin, Profile } from '../protocol/records.ts';
import type { MeansWorld } from './client-means.ts';
import type { AccessWorld } from './host-access.ts';

/** What belongs to logins and their answers, and changes together. */
export type CallRecords = { captures: Capture[]; privateCaptures: Capture[]; logins: PendingLogin[] };

/** What calls of the token endpoint need of the world. `now` gives milliseconds. */
export type TokenWorld = MeansWorld &
  AccessWorld & {
    profiles: () => Promise<Profile[]>;
    records: () => Promise<CallRecords>;
    /** Changes the records in one write. The same object changes nothing. */
    change: (change: <R extends CallRecords>(records: R) => R) => Promise<unknown>;
    /** Marks a call as one that this life of the worker waits for, while the work runs. */
    asOurs: <R>(call: string, work: () => Promise<R>) => Promise<R>;
    judge: (captureId: string) => Promise<unknown>;
    post: Post;
    now: () => number;
  };

/** 10 s and 256 KB: what an answer of the token endpoint may take. */
export const tokenLimits: FetchLimits = { timeoutMs: 10_000, maxBytes: 262_144 };

/** The name under which a call of the token endpoint for a capture is under way: one at a time. */
export function tokenCallOf(captureId: string): string {
  return `tokens:${captureId}`;
}

export function findCapture({ captures, privateCaptures }: CallRecords, id: string): Capture | undefined {
  return [...captures, ...privateCaptures].find((capture) => capture.id === id);
}

/** The records with one capture changed. The same object where it is not there, or stays as it is. */
export function withCapture<R extends CallRecords>(records: R, id: string, change: (capture: Capture) => Capture): R {
  const before = findCapture(records, id);
  const after = before && change(before);
  if (!after || after === before) return records;
  const inList = (captures: Capture[]) => captures.map((capture) => (capture === before ? after : capture));
  return { ...records, captures: inList(records.captures), privateCaptures: inList(records.privateCaptures) };
}
