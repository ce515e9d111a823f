import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeLockfile } from '../../../../tools/release/judges/judge-lockfile.mjs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const own = JSON.parse(readFileSync('package.json', 'utf8'));
const withEntry = (entry: object) => ({ ...lock, packages: { ...lock.packages, 'node_modules/x': entry } });
const integrity = 'sha512-xx==';

test('the lockfile as it is passes', () => {
  expect(judgeLockfile(lock, own)).toMatchObject({ result: 'pass' });
});

test.each([
  ['without a hash', { version: '1.0.0' }, 'node_modules/x: no SHA-512'],
  ['with a weak hash', { version: '1.0.0', integrity: 'sha1-xx=' }, 'node_modules/x: no SHA-512'],
  [
    'from elsewhere',
    { integrity, resolved: 'git+ssh://git@github.com/a/b.git' },
    'node_modules/x: not from the npm registry',
  ],
  [
    'from an address that begins like the registry',
    { integrity, resolved: 'https://registry.npmjs.org.evil.example/x.tgz' },
    'node_modules/x: not from the npm registry',
  ],
  ['that is a folder', { integrity, link: true }, 'node_modules/x: not from the npm registry'],
])('a package %s fails', (_, entry, said) => {
  expect(judgeLockfile(withEntry(entry), own)).toMatchObject({ result: 'fail', said });
});

test('a range instead of a version fails', () => {
  expect(judgeLockfile(lock, { ...own, dependencies: { x: '^1.0.0' } }).said).toMatch(/x \^1\.0\.0/);
});

test('a version that only one of the two files has fails', () => {
  expect(judgeLockfile(lock, { ...own, version: '9.9.9' }).said).toMatch(/9\.9\.9/);
});
