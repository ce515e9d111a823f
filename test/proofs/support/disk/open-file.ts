import { gunzipSync } from 'node:zlib';
import { readLog, readTable } from './leveldb.ts';
import { decodeMozLz4 } from './lz4.ts';
import { decodeSnappyFrames } from './snappy.ts';
import { isDatabase, readDatabase } from './sqlite.ts';

/** Whether a database is read as it was before, too: see readDatabase. */
type Options = { hasPast: boolean };

/** What lies in a file of a browser's profile beneath its container: nothing where it is in none. Throws where it cannot be opened. */
export function openFile(file: string, bytes: Buffer, options: Options): Buffer[] {
  if (isDatabase(bytes)) return readDatabase(file, options);
  if (/\.(ldb|sst)$/.test(file)) return readTable(bytes);
  if (/(\d+\.log|MANIFEST-\d+)$/.test(file)) return readLog(bytes);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [gunzipSync(bytes)];
  const opened = decodeMozLz4(bytes) ?? decodeSnappyFrames(bytes);
  return opened ? [opened] : [];
}
