import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const linter = fileURLToPath(new URL('../../node_modules/addons-linter/bin/addons-linter', import.meta.url));

/**
 * What addons.mozilla.org finds in a package: `web-ext lint` runs the same linter. Throws where it does not run.
 *
 * @param {Uint8Array} bytes
 * @returns {Parameters<typeof import('./judges/judge-lint.mjs').judgeLint>[0]}
 */
export function lintPackage(bytes) {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimcheck-lint-'));
  const file = path.join(folder, 'claimcheck.xpi');
  try {
    writeFileSync(file, bytes);
    const { stdout, stderr } = spawnSync(process.execPath, [linter, '--output', 'json', '--boring', file], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (!stdout.startsWith('{')) throw new Error(`addons-linter did not run: ${stderr.slice(0, 400)}`);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
