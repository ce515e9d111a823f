/**
 * `npm run release:check [-- --json]`: whether what lies here may be released. One line a check: pass, fail, or not checked, with
 * what to do. Ends with 1 where one fails. `--pin` writes what this version asks for into docs/store/permissions.json, which is
 * done once it is in the stores.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensurePackages } from './ensure.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { values } = parseArgs({ options: { json: { type: 'boolean' }, pin: { type: 'boolean' } } });
await ensurePackages();
if (values.pin) {
  const { heldNow } = await import('./release/held-now.mjs');
  writeFileSync('docs/store/permissions.json', `${JSON.stringify(heldNow(), null, 2)}\n`);
} else {
  const { checkRelease } = await import('./release/check-release.mjs');
  const { wordsOf } = await import('./release/words-of.mjs');
  const verdicts = await checkRelease();
  process.stdout.write(`${values.json ? JSON.stringify(verdicts, null, 2) : wordsOf(verdicts)}\n`);
  process.exitCode = verdicts.some(({ result }) => result === 'fail') ? 1 : 0;
}
