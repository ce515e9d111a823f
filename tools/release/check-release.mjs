import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { budget } from '../build-size.mjs';
import { fingerprintOfSource, readReport } from '../reports.mjs';
import { findTreeChanges } from './find-tree-changes.mjs';
import { judgeAudit } from './judges/judge-audit.mjs';
import { judgeChangelog } from './judges/judge-changelog.mjs';
import { judgeContent } from './judges/judge-content.mjs';
import { judgeLint } from './judges/judge-lint.mjs';
import { judgeLockfile } from './judges/judge-lockfile.mjs';
import { heldIn, judgePermissions } from './judges/judge-permissions.mjs';
import { judgeRepeat } from './judges/judge-repeat.mjs';
import { judgeReport } from './judges/judge-report.mjs';
import { judgeSize } from './judges/judge-size.mjs';
import { judgeTree } from './judges/judge-tree.mjs';
import { lintPackage } from './lint-package.mjs';
import { makeElsewhere } from './make-elsewhere.mjs';
import { makePackages } from './make-packages.mjs';
import { readZip } from './read-zip.mjs';
import { fail } from './verdict.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = (/** @type {string} */ file) => readFileSync(path.join(root, file), 'utf8');
const json = (/** @type {string} */ file) => JSON.parse(text(file));

/**
 * Everything that a release must have, looked at in order; the judges say what each comes to. Without a build there is
 * nothing more to look at.
 *
 * @returns {Promise<import('./verdict.mjs').Verdict[]>}
 */
export async function checkRelease() {
  const own = json('package.json');
  const release = { version: /** @type {string} */ (own.version), changelog: text('CHANGELOG.md') };
  const first = [judgeTree(findTreeChanges(root)), judgeChangelog(release)];
  try {
    return [...first, ...(await checkPackages(own, release))];
  } catch (error) {
    return [...first, fail('builds and their sizes', firstLine(error), 'npm run build names the biggest parts')];
  }
}

/**
 * @param {any} own package.json
 * @param {{ version: string, changelog: string }} release
 */
async function checkPackages(own, release) {
  const { packages, build } = await makePackages();
  const shipped = packages
    .filter(({ kind }) => kind !== 'source')
    .map((pack) => ({ ...pack, entries: readZip(pack.bytes).map(asText) }));
  const [chromium, firefox] = shipped.map(({ entries }) =>
    heldIn(JSON.parse(entries.find(({ name }) => name === 'manifest.json')?.text ?? '{}')),
  );
  const names = /** @type {const} */ (['test', 'proofs', 'soak', 'fuzz', 'bench']);
  return [
    ...names.map((name) => judgeReport({ name, report: readReport(name), build, source: fingerprintOfSource(name) })),
    ...shipped.map(({ file, entries }) => judgeContent({ file, entries })),
    ...shipped.map(({ file, bytes }) => judgeSize({ file, bytes: bytes.length, limit: budget.packed })),
    judgePermissions({
      ...release,
      held: { chromium: chromium ?? {}, firefox: firefox ?? {} },
      last: json('docs/store/permissions.json'),
    }),
    lint(packages.find(({ kind }) => kind === 'firefox')?.bytes ?? new Uint8Array()),
    repeat(packages),
    judgeLockfile(json('package-lock.json'), own),
    judgeAudit(audit(), json('docs/store/audit.json')),
  ];
}

/** @param {{ name: string, data: Uint8Array }} entry */
function asText({ name, data }) {
  return { name, text: Buffer.from(data).toString('utf8') };
}

/** @param {Uint8Array} bytes */
function lint(bytes) {
  try {
    return judgeLint(lintPackage(bytes));
  } catch (error) {
    return fail('lint of the Firefox package', firstLine(error), 'run npm ci');
  }
}

/** @param {import('./make-packages.mjs').Package[]} packages */
function repeat(packages) {
  const source = packages.find(({ kind }) => kind === 'source')?.bytes ?? new Uint8Array();
  try {
    return judgeRepeat({ here: packages, elsewhere: makeElsewhere(source) });
  } catch (error) {
    const todo = 'a file that git does not know is not in the source package: add it';
    return fail('packages made twice', `the source package does not build: ${firstLine(error)}`, todo);
  }
}

/** What `npm audit --json` prints; undefined where that is no JSON. */
function audit() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { stdout } = spawnSync(npm, ['audit', '--json'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 60_000,
  });
  try {
    return /** @type {unknown} */ (JSON.parse(stdout));
  } catch {
    return undefined;
  }
}

/** @param {unknown} error */
function firstLine(error) {
  const lines = String(error instanceof Error ? error.message : error).split('\n');
  // what a command wrote says more than that it failed
  return (lines.find((line) => /error/i.test(line) && !line.startsWith('Command failed')) ?? lines[0] ?? '').slice(
    0,
    300,
  );
}
