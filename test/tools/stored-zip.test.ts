import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storedZip } from '../../tools/browsers/stored-zip.mjs';

const files = [
  { name: 'manifest.json', data: Buffer.from('{"name":"Prüfung"}') },
  { name: 'icons/größe.txt', data: Buffer.from('') },
];

test('the same files give the same bytes', () => {
  expect(storedZip(files)).toEqual(storedZip(files));
});

test('the end of the archive says how many files there are and where the directory is', () => {
  const archive = storedZip(files);
  const end = archive.subarray(-22);
  expect(end.toString('latin1', 0, 4)).toBe('PK\x05\x06');
  expect(end.readUInt16LE(10)).toBe(2);
  const directory = end.readUInt32LE(16);
  expect(archive.toString('latin1', directory, directory + 4)).toBe('PK\x01\x02');
  expect(directory + end.readUInt32LE(12) + 22).toBe(archive.length);
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!hasPython)('another program finds every file whole', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-zip-'));
  try {
    const archive = join(folder, 'a.zip');
    writeFileSync(archive, storedZip(files));
    const { status } = spawnSync('python3', ['-m', 'zipfile', '-e', archive, join(folder, 'out')]);
    expect(status).toBe(0);
    for (const { name, data } of files) expect(readFileSync(join(folder, 'out', name))).toEqual(data);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
