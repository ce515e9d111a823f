import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock */

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs `npm ci` when node_modules is not what package-lock.json says. */
export async function ensurePackages() {
  const installed = `${ROOT}node_modules/.package-lock.json`;
  const missing = missingPackages(
    readLock(`${ROOT}package-lock.json`),
    existsSync(installed) ? readLock(installed) : {},
  );
  if (missing.length === 0) return;
  process.stderr.write(`Installing packages (${missing.length} missing or of another version)\n`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // `npm start --silent` would hand its silence on
  const { status } = spawnSync(npm, ['ci', '--loglevel=notice'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    process.stderr.write('npm ci failed: see above\n');
    process.exit(1);
  }
}

/**
 * The packages that the lock asks for and that are not installed in that version. An optional package may rightly be
 * missing: it is for another system.
 *
 * @param {Lock} wanted package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted.packages ?? {})
    .filter(([path, entry]) => path !== '' && !entry.optional && !entry.link)
    .filter(([path, { version }]) => installed.packages?.[path]?.version !== version)
    .map(([path]) => path);
}

/**
 * @param {string} file
 * @returns {Lock}
 */
function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
