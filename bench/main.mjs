/**
 * `npm run bench`: what watching costs, as ratios to extensions that do less, measured in one run. Prints a table;
 * `--json` prints the rows alone. Ends with 0 whatever the figures are.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBrowsers, ensurePackages } from '../tools/ensure.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { values } = parseArgs({ options: { json: { type: 'boolean' } } });

await ensurePackages();
await ensureBrowsers(['chromium']);

// these need the packages, so they are loaded only now
const { measure } = await import('./measure.mjs');
const { tableOf } = await import('./table.mjs');
const { peers } = await import('./peers.mjs');
const rows = await measure((what) => process.stderr.write(`${what}\n`));
process.stdout.write(values.json ? `${JSON.stringify(rows)}\n` : tableOf(rows, peers));
