import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readZip } from '../../../tools/release/read-zip.mjs';
import { zip } from '../../../tools/release/zip.mjs';

const text = Buffer.from('the same line\n'.repeat(1000));
const files = [
  { name: 'manifest.json', data: Buffer.from('{"name":"Prüfung"}') },
  { name: 'icons/größe.txt', data: Buffer.from('') },
  { name: 'icons/16.png', data: text },
  { name: 'long.txt', data: text },
  { name: 'run', data: Buffer.from('#!/bin/sh\n'), isProgram: true },
];

test('the same files in another order give the same bytes', () => {
  expect(zip(files.toReversed())).toEqual(zip(files));
});

test('what was packed comes out again, in the order of the names', () => {
  const whole = files.map(({ isProgram = false, ...file }) => ({ ...file, isProgram }));
  const inOrder = whole.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  expect(readZip(zip(files))).toEqual(inOrder);
  expect(readZip(zip(files, { isStored: true }))).toEqual(inOrder);
});

test('text is compressed, a picture or what is to be stored is not', () => {
  const size = (name: string, isStored = false) => zip([{ name, data: text }], { isStored }).length;
  expect(size('long.txt')).toBeLessThan(300);
  expect(size('16.png')).toBeGreaterThan(text.length);
  expect(size('long.txt', true)).toBeGreaterThan(text.length);
});

test('a byte that was changed is noticed', () => {
  const archive = zip(files, { isStored: true });
  const at = archive.indexOf('Prüfung');
  archive[at] = 0x42;
  expect(() => readZip(archive)).toThrow('manifest.json is damaged');
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!hasPython)('another program finds every file whole', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-zip-'));
  try {
    for (const isStored of [true, false]) {
      const archive = join(folder, `${isStored}.zip`);
      const out = join(folder, String(isStored));
      writeFileSync(archive, zip(files, { isStored }));
      expect(spawnSync('python3', ['-m', 'zipfile', '-t', archive], { encoding: 'utf8' }).stdout).not.toMatch(/bad/);
      expect(spawnSync('python3', ['-m', 'zipfile', '-e', archive, out]).status).toBe(0);
      for (const { name, data } of files) expect(readFileSync(join(out, name))).toEqual(data);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
