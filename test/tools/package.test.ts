import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };
import { judgeContent } from '../../tools/release/judges/judge-content.mjs';
import { makeElsewhere } from '../../tools/release/make-elsewhere.mjs';
import { makePackages, type Package } from '../../tools/release/make-packages.mjs';
import { readZip } from '../../tools/release/read-zip.mjs';
import { readSource, unignoredFiles } from '../../tools/release/source-files.mjs';
import { zip } from '../../tools/release/zip.mjs';

/** Builds and compresses everything, beside whatever else runs. */
const patience = 120_000;
let packages: Package[];
beforeAll(async () => {
  ({ packages } = await makePackages());
}, patience);

const entriesOf = (kind: Package['kind']) => readZip(packages.find((pack) => pack.kind === kind)?.bytes ?? Buffer.of());
const texts = (kind: Package['kind']) =>
  entriesOf(kind).map(({ name, data }) => ({ name, text: Buffer.from(data).toString('utf8') }));

describe('the packages hold these files and no other', () => {
  const everywhere = [
    'background.js',
    'claimcheck.css',
    'icons/128.png',
    'icons/16.png',
    'icons/32.png',
    'icons/48.png',
  ];
  const pages = ['page.html', 'page.js', 'panel.html', 'panel.js', 'popup.html', 'popup.js', 'shared-*.js'];
  test.each([
    ['chromium' as const, ['landing.html', 'managed-schema.json', 'offscreen.html', 'offscreen.js']],
    ['firefox' as const, []],
  ])('%s', (kind, own) => {
    const names = entriesOf(kind).map(({ name }) => name.replace(/^shared-[A-Z0-9]+\.js$/, 'shared-*.js'));
    const expected = [...everywhere, 'icons/96.png', 'licences.txt', 'manifest.json', ...pages, ...own].sort();
    expect([...new Set(names)]).toEqual(expected);
  });
  test('the source: these files and folders, and nothing that is made from them', () => {
    const names = entriesOf('source').map(({ name }) => name.replace(/\/.*/, '/'));
    expect([...new Set(names)].sort()).toEqual([
      '.ci/',
      '.gitattributes',
      '.gitignore',
      '.npmrc',
      'CHANGELOG.md',
      'LICENSE',
      'PRIVACY.md',
      'README.md',
      'SECURITY.md',
      'bench/',
      'biome.json',
      'build.mjs',
      'demo/',
      'docs/',
      'manifest.json',
      'package-lock.json',
      'package.json',
      'popup/',
      'src/',
      'test/',
      'tools/',
      'tsconfig.json',
      'vitest.config.ts',
    ]);
  });
});

test('version and name of the files come from package.json, and the lockfile agrees', () => {
  const { version } = packageJson;
  expect(packages.map(({ file }) => file)).toEqual([
    `claimcheck-${version}-chromium.zip`,
    `claimcheck-${version}-firefox.xpi`,
    `claimcheck-${version}-source.zip`,
  ]);
  for (const kind of ['chromium', 'firefox'] as const) {
    expect(JSON.parse(texts(kind).find(({ name }) => name === 'manifest.json')?.text ?? '')).toMatchObject({ version });
  }
  expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
});

test(
  'whoever unpacks the source makes the same packages from it, to the byte',
  () => {
    const bytes = zip(readSource('.', unignoredFiles('.')));
    const sums = Object.fromEntries(makeElsewhere(bytes).map(({ file, sha256 }) => [file, sha256]));
    const [chromium, firefox, source] = packages.map(({ file }) => file);
    expect(sums).toEqual({
      ...Object.fromEntries(packages.map(({ file, sha256 }) => [file, sha256])),
      [source ?? '']: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(Object.keys(sums)).toEqual([chromium, firefox, source]);
  },
  patience,
);

test.each(['chromium', 'firefox'] as const)(
  '%s: nothing in it is for automated runs, debugging or every site',
  (kind) => {
    expect(judgeContent({ file: kind, entries: texts(kind) })).toMatchObject({ result: 'pass' });
  },
);
