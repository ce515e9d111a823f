/** `npm test`: sets up what is missing, then types, lint, build, unit tests and tests in real browsers. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers, ensureCommands, ensurePackages } from './ensure.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await ensurePackages();
await ensureBrowsers(['chromium', 'firefox']);
await ensureCommands(['curl', 'Xvfb', 'xdotool']);

/** @param {string} title @param {string[]} command */
function step(title, command) {
  process.stdout.write(`\n== ${title}\n`);
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (status !== 0) process.stdout.write(`${title}: failed\n`);
  return status === 0;
}

const vitest = 'node_modules/vitest/vitest.mjs';
const report = (/** @type {string} */ project) => `reports/${project}.json`;
const run = (/** @type {string} */ project) =>
  step(`${project} tests`, [
    vitest,
    'run',
    '--project',
    `${project}*`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report(project)}`,
  ]);

rmSync('reports', { recursive: true, force: true });
const steps = [
  step('types', ['node_modules/typescript/bin/tsc', '--noEmit']),
  step('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']),
  step('build', ['build.mjs', '--granted']) &&
    step('build, webNavigation granted', ['build.mjs', '--granted=webNavigation']),
];
const isBuilt = steps[2] === true;
const projects = isBuilt ? ['unit', 'e2e'] : ['unit'];
for (const project of projects) steps.push(run(project));

let passed = 0;
let failed = 0;
for (const project of projects) {
  try {
    const counts = JSON.parse(readFileSync(report(project), 'utf8'));
    passed += counts.numPassedTests;
    failed += counts.numFailedTests;
  } catch {
    process.stdout.write(`${project} tests: no report was written\n`);
  }
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = steps.every(Boolean) && passed > 0 && failed === 0 ? 0 : 1;
