/** What the long runs leave in reports/: each says of which build it speaks, so that a release can ask for fresh ones. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSource, sourceFiles } from './release/source-files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'reports');

/** @typedef {'test' | 'proofs' | 'soak' | 'fuzz' | 'bench'} ReportName */
/**
 * @typedef {object} Report
 * @property {ReportName} report
 * @property {string} at when it was written, ISO 8601
 * @property {string} build which build it is about, as `fingerprintOfBuild` has it
 * @property {string} source which sources made it up, as `fingerprintOfSource` has them
 * @property {boolean} ok
 * @property {number} [cases] with how many each property was tried
 * @property {number} [passed]
 * @property {number} [failed]
 * @property {unknown[]} findings what was measured or counted
 */

/** @param {ReportName} name */
const fileOf = (name) => path.join(folder, `${name}.json`);
/** @param {ReportName} name */
const findingsOf = (name) => path.join(folder, `${name}-findings.jsonl`);

/**
 * SHA-256, hexadecimal, over the names and bytes of the shipped builds as they stand in dist/. Throws where one is missing.
 *
 * @param {string} dist
 */
export function fingerprintOfBuild(dist = path.join(root, 'dist')) {
  const hash = createHash('sha256');
  for (const browser of ['chromium', 'firefox']) {
    const out = path.join(dist, browser);
    const entries = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const files = entries.map((entry) => path.join(entry.parentPath, entry.name)).sort();
    for (const file of files) {
      const bytes = readFileSync(file);
      hash.update(`${browser}/${path.relative(out, file).replaceAll('\\', '/')} ${bytes.length}\n`).update(bytes);
    }
  }
  return hash.digest('hex');
}

/** Which sources make up a run, beside the build that it is about: `npm test` looks at every one, documents too. */
const madeOf = {
  test: [''],
  proofs: ['test/proofs/', 'test/e2e/'],
  soak: ['test/soak/'],
  fuzz: ['test/fuzz/'],
  bench: ['bench/'],
};

/** SHA-256, hexadecimal, over the names and bytes of what makes up a run. @param {ReportName} run */
export function fingerprintOfSource(run) {
  const hash = createHash('sha256');
  const names = sourceFiles(root).filter((name) => madeOf[run].some((start) => name.startsWith(start)));
  for (const { name, data } of readSource(root, names)) hash.update(`${name} ${data.length}\n`).update(data);
  return hash.digest('hex');
}

/**
 * What a run that begins now, with its builds made, is about.
 *
 * @param {ReportName} name
 * @returns {Pick<Report, 'build' | 'source'>}
 */
export const aboutNow = (name) => ({ build: fingerprintOfBuild(), source: fingerprintOfSource(name) });

/** A run begins: what an earlier one left is gone, so that no report outlives what it speaks of. @param {ReportName} name */
export function beginReport(name) {
  for (const file of [fileOf(name), findingsOf(name)]) rmSync(file, { force: true });
  mkdirSync(folder, { recursive: true });
}

/**
 * Where anything was changed while the run went on, it is about neither, and not ok.
 *
 * @param {ReportName} name
 * @param {Pick<Report, 'build' | 'source'>} about
 * @param {Pick<Report, 'ok' | 'passed' | 'failed' | 'cases'> & { findings?: unknown[] }} what `findings` beside those that
 *   tests have noted
 */
export function writeReport(name, about, { ok, findings = [], ...what }) {
  const isSame = JSON.stringify(aboutNow(name)) === JSON.stringify(about);
  if (!isSame) process.stdout.write('\nThe sources or the builds were changed during this run: run it again.\n');
  const noted = existsSync(findingsOf(name)) ? readFileSync(findingsOf(name), 'utf8').trim().split('\n') : [];
  /** @type {Report} */
  const report = {
    report: name,
    at: new Date().toISOString(),
    ...about,
    ok: ok && isSame,
    ...what,
    findings: [...findings, ...noted.filter(Boolean).map((line) => JSON.parse(line))],
  };
  rmSync(findingsOf(name), { force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(name), `${JSON.stringify(report, null, 2)}\n`);
}

/** @param {ReportName} name @returns {Report | undefined} */
export function readReport(name) {
  if (!existsSync(fileOf(name))) return undefined;
  return JSON.parse(readFileSync(fileOf(name), 'utf8'));
}
