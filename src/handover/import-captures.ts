import * as v from 'valibot';
import { type Capture, captureSchema, schemaVersion } from '../protocol/records.ts';

/** In characters, of which each is a byte at least: larger files are not read. */
export const largestFile = 5_242_880;
export const mostCaptures = 1000;

/** What a file says of a profile that a capture of it belongs to. */
export type ProfileOfFile = { id: string; clientId: string; callback: string; issuer?: string };

/** `at`: the place of the record in the file, counted from 1. `member`: the first that does not fit; '' where it is no record at all. */
export type CaptureRead = { at: number } & ({ ok: true; capture: Capture } | { ok: false; member: string });

export type CapturesRead =
  | { ok: true; records: CaptureRead[]; profiles: ProfileOfFile[] }
  /** `detail`: the version that the file names, or how many captures it holds. */
  | { ok: false; problem: 'too_large' | 'not_json' | 'not_captures' | 'version' | 'too_many'; detail?: string };

const profileOfFile = v.object({
  id: v.string(),
  clientId: v.string(),
  callback: v.string(),
  issuer: v.exactOptional(v.string()),
});

/** Reads a file of captures, each record by itself: one that does not fit holds up no other. Never throws. */
export function parseCaptures(text: string): CapturesRead {
  if (text.length > largestFile) return { ok: false, problem: 'too_large' };
  const file = parseFile(text);
  if (file === undefined) return { ok: false, problem: 'not_json' };
  const { claimcheck, version, captures, profiles } = file;
  if (claimcheck !== 'captures') return { ok: false, problem: 'not_captures' };
  if (typeof version === 'number' && version > schemaVersion) {
    return { ok: false, problem: 'version', detail: String(version) };
  }
  if (version !== schemaVersion || !Array.isArray(captures)) return { ok: false, problem: 'not_captures' };
  if (captures.length > mostCaptures) return { ok: false, problem: 'too_many', detail: String(captures.length) };
  return {
    ok: true,
    records: captures.map((record, at) => ({ at: at + 1, ...readCapture(record) })),
    profiles: (Array.isArray(profiles) ? profiles : []).flatMap((profile) => {
      const read = v.safeParse(profileOfFile, profile);
      return read.success ? [read.output] : [];
    }),
  };
}

/** Whether a text that was pasted is such a file. */
export function isCapturesFile(text: string): boolean {
  return /^\s*\{/.test(text) && text.length <= largestFile && parseFile(text)?.claimcheck === 'captures';
}

/** Members that the schema does not name are not taken. */
function readCapture(record: unknown): { ok: true; capture: Capture } | { ok: false; member: string } {
  const read = v.safeParse(captureSchema, record, { abortEarly: true });
  if (read.success) return { ok: true, capture: read.output };
  const [issue] = read.issues;
  return { ok: false, member: v.getDotPath(issue) ?? '' };
}

/** What is JSON and no object is simply not ours. */
function parseFile(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : {};
  } catch {
    return undefined;
  }
}
