/** `npm test`: sets up what is missing, then types, lint, build, unit tests and tests in real browsers. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers, ensureCommands, ensurePackages } from './ensure.mjs';
import { aboutNow, beginReport, writeReport } from './reports.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await ensurePackages();
await ensureBrowsers(['chromium', 'firefox']);
await ensureCommands(['curl', 'Xvfb', 'xdotool', 'sqlite3']);

/** @param {string} title @param {string[]} command */
function step(title, command) {
  process.stdout.write(`\n== ${title}\n`);
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (status !== 0) process.stdout.write(`${title}: failed\n`);
  return status === 0;
}

/**
 * A step that may run beside others: what it prints comes all at once, when it has ended.
 *
 * @param {string} title @param {string[]} command
 */
async function quietStep(title, command) {
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Buffer[]} */
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => printed.push(data));
  const status = await new Promise((resolve) => child.on('close', resolve).on('error', () => resolve(1)));
  process.stdout.write(`\n== ${title}\n${Buffer.concat(printed)}`);
  if (status !== 0) process.stdout.write(`${title}: failed\n`);
  return status === 0;
}

const vitest = 'node_modules/vitest/vitest.mjs';
/** The projects of vitest.config.ts that run together; of proofs, soak and fuzz a bounded share. */
const runs = { unit: ['unit', 'unit-apart', 'fuzz'], e2e: ['e2e', 'proofs', 'soak'] };
const counts = (/** @type {string} */ title) => `reports/${title}-counts.json`;

/** @param {keyof typeof runs} title */
function run(title) {
  const projects = runs[title].flatMap((project) => ['--project', project]);
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${counts(title)}`];
  return step(`${title} tests`, [vitest, 'run', ...projects, ...report]);
}

beginReport('test');
for (const file of [counts('unit'), counts('e2e'), 'reports/requests.txt']) rmSync(file, { force: true });
const build = async () =>
  (await quietStep('build', ['build.mjs', '--granted'])) &&
  quietStep('build, webNavigation granted', ['build.mjs', '--granted=webNavigation']);
const steps = await Promise.all([
  quietStep('types', ['node_modules/typescript/bin/tsc', '--noEmit']),
  quietStep('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']),
  build(),
]);
const isBuilt = steps[2] === true;
const about = isBuilt && aboutNow('test');
const titles = /** @type {(keyof typeof runs)[]} */ (isBuilt ? ['unit', 'e2e'] : ['unit']);
for (const title of titles) steps.push(run(title));

let passed = 0;
let failed = 0;
for (const title of titles) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(counts(title), 'utf8'));
    passed += numPassedTests;
    failed += numFailedTests;
  } catch {
    process.stdout.write(`${title} tests: no report was written\n`);
  }
}
const ok = steps.every(Boolean) && passed > 0 && failed === 0;
if (about) writeReport('test', about, { ok, passed, failed });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = ok ? 0 : 1;
