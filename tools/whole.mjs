/**
 * `npm run proofs`, `npm run soak`, `npm run fuzz [-- --cases N]`: the whole of what `npm test` runs a bounded share of.
 * Writes reports/NAME.json.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBrowsers, ensureCommands, ensurePackages } from './ensure.mjs';
import { aboutNow, beginReport, writeReport } from './reports.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { cases: { type: 'string' } } });
const name = /** @type {'proofs' | 'soak' | 'fuzz'} */ (positionals[0]);
if (!['proofs', 'soak', 'fuzz'].includes(name)) throw new Error('Say which: proofs, soak or fuzz');
if (values.cases !== undefined && !/^[1-9]\d*$/.test(values.cases)) {
  throw new Error('--cases takes a whole number of 1 or more');
}
const cases = name === 'fuzz' ? { cases: Number(values.cases ?? 100_000) } : {};

await ensurePackages();
if (name !== 'fuzz') {
  await ensureBrowsers(['chromium', 'firefox']);
  await ensureCommands(['Xvfb', 'xdotool', 'sqlite3']);
}

/** @param {string[]} command @param {Record<string, string>} env */
const run = (command, env = {}) =>
  spawnSync(process.execPath, command, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

beginReport(name);
const isBuilt = run(['build.mjs', '--granted']) && (name === 'fuzz' || run(['build.mjs', '--granted=webNavigation']));
const about = isBuilt && aboutNow(name);
const counts = `reports/${name}-counts.json`;
// what the proofs say of tokens and requests they say of every test in a browser
const projects = name === 'proofs' ? ['e2e', 'proofs'] : [name];
const isPassed =
  isBuilt &&
  run(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${counts}`,
    ],
    { CLAIMCHECK_WHOLE: name, ...(cases.cases && { CLAIMCHECK_CASES: String(cases.cases) }) },
  );
if (about) {
  // a run that was ended has counted nothing
  const { numPassedTests: passed, numFailedTests: failed } = existsSync(counts)
    ? JSON.parse(readFileSync(counts, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0 };
  rmSync(counts, { force: true });
  writeReport(name, about, { ok: isPassed && passed > 0 && failed === 0, passed, failed, ...cases });
  process.stdout.write(`\n${passed} passed, ${failed} failed; reports/${name}.json\n`);
}
process.exitCode = isPassed ? 0 : 1;
