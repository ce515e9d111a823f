import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeSnappy } from './snappy.ts';

const start = Buffer.from('SQLite format 3\0');
const frameHeader = 24;

export function isDatabase(bytes: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}

/**
 * All values of all tables of a database, with what its write-ahead log adds; of values that Firefox has compressed what
 * they hold. `hasPast`: also as the database was after each write that the log still remembers.
 */
export function readDatabase(file: string, { hasPast = false } = {}): Buffer[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimcheck-sqlite-'));
  try {
    const copy = path.join(folder, 'copy.sqlite');
    copyFileSync(file, copy);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
    const past = hasPast && existsSync(`${file}-wal`) ? pastOf(readFileSync(file), readFileSync(`${file}-wal`)) : [];
    const values = valuesOf(copy);
    for (const state of past) {
      writeFileSync(path.join(folder, 'past.sqlite'), state);
      values.push(...valuesOf(path.join(folder, 'past.sqlite')));
    }
    return values;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function valuesOf(file: string): Buffer[] {
  const { stdout, stderr, status, error } = spawnSync('sqlite3', ['-batch', file, '.dump'], { maxBuffer: 2 ** 30 });
  if (error) throw error;
  const text = stdout.toString();
  if (status !== 0 || /ROLLBACK; -- due to errors/.test(text)) throw new Error(`sqlite3: ${stderr}`);
  const blobs = [...text.matchAll(/X'([0-9a-f]*)'/gi)].map(([, hex = '']) => Buffer.from(hex, 'hex'));
  return [stdout, ...blobs, ...blobs.flatMap(inflated)];
}

function inflated(blob: Buffer): Buffer[] {
  try {
    return [decodeSnappy(blob)];
  } catch {
    return [];
  }
}

/**
 * The database after each transaction that its log holds, those before the last checkpoint too, as far as they were not
 * overwritten. https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
function pastOf(database: Buffer, log: Buffer): Buffer[] {
  if (log.length < 32) return [];
  const pageSize = log.readUInt32BE(8);
  const pages: Buffer[] = [];
  for (let at = 0; at + pageSize <= database.length; at += pageSize) pages.push(database.subarray(at, at + pageSize));
  const states: Buffer[] = [];
  for (let at = 32; at + frameHeader + pageSize <= log.length; at += frameHeader + pageSize) {
    pages[log.readUInt32BE(at) - 1] = log.subarray(at + frameHeader, at + frameHeader + pageSize);
    const count = log.readUInt32BE(at + 4);
    if (count === 0) continue; // the transaction goes on
    const pageOrNone = Array.from({ length: count }, (_, index) => pages[index] ?? Buffer.alloc(pageSize));
    const state = Buffer.concat(pageOrNone);
    state.fill(1, 18, 20); // to be read without a log
    states.push(state);
  }
  return states;
}
