/**
 * `npm run bench`: what watching costs, as ratios to extensions that do less, measured in one run. Prints a table;
 * `--json` prints the rows alone. The rows are written to reports/bench.json too. Ends with 0 whatever the figures are.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBrowsers, ensurePackages } from '../tools/ensure.mjs';
import { aboutNow, beginReport, writeReport } from '../tools/reports.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { values } = parseArgs({ options: { json: { type: 'boolean' } } });

await ensurePackages();
await ensureBrowsers(['chromium']);

// these need the packages, so they are loaded only now
const { measure } = await import('./measure.mjs');
const { tableOf } = await import('./table.mjs');
const { peers } = await import('./peers.mjs');
const { browsers, buildFor } = await import('../build.mjs');
beginReport('bench');
// what the report is about
for (const browser of browsers) await buildFor(browser);
const about = aboutNow('bench');
const rows = await measure((what) => process.stderr.write(`${what}\n`));
writeReport('bench', about, { ok: true, findings: rows });
process.stdout.write(values.json ? `${JSON.stringify(rows)}\n` : tableOf(rows, peers));
