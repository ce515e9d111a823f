import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ignoredBy, unignoredFiles } from '../../../tools/release/source-files.mjs';

test.skipIf(!existsSync('.git'))('without git the source package has the files that git would take', () => {
  const asked = ['ls-files', '-z', '--cached', '--others', '--exclude-per-directory=.gitignore'];
  const names = execFileSync('git', asked, { encoding: 'utf8' }).split('\0').filter(Boolean);
  expect(unignoredFiles('.')).toEqual([...new Set(names)].filter((name) => existsSync(name)).sort());
});

test('names, folders and endings are left out, wherever they lie', () => {
  const isIgnored = ignoredBy('# comment\nnode_modules/\n*.log\n.env\n');
  expect(isIgnored('node_modules', true)).toBe(true);
  expect(isIgnored('npm.log', false)).toBe(true);
  expect(isIgnored('.env', false)).toBe(true);
  expect(isIgnored('log.ts', false)).toBe(false);
});

test('a linked folder of packages is left out too', () => {
  expect(ignoredBy('node_modules/\n')('node_modules', false)).toBe(true);
  expect(ignoredBy('dist/\n')('dist', false)).toBe(false);
});

test('a line that is more than that is refused, not misread', () => {
  for (const line of ['/dist', 'a/b', '!kept', 'a**', '[ab]']) expect(() => ignoredBy(line), line).toThrow(line);
});
