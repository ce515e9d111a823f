import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/claimcheck', import.meta.url));
/** Firefox's own scripts as it has compiled them, and for which Firefox. */
const FILES = [
  'compatibility.ini',
  ...['scriptCache.bin', 'scriptCache-child.bin', 'startupCache.8.little'].map((name) => join('startupCache', name)),
];

/**
 * A fresh profile is given what this Firefox has compiled of its own scripts before, which is a third of the work of a
 * start. Firefox throws it away where it is of another version or place. Nothing of the extension or of a page is in it.
 *
 * @param {string} executable
 * @param {string} profileDir
 */
export function giveCompiled(executable, profileDir) {
  const kept = folderFor(executable);
  if (!kept || !existsSync(kept) || existsSync(join(profileDir, 'compatibility.ini'))) return;
  copyFiles(kept, profileDir);
}

/**
 * Keeps for the next profile what Firefox has compiled, once it has ended.
 *
 * @param {string} executable
 * @param {string} profileDir
 */
export function keepCompiled(executable, profileDir) {
  const kept = folderFor(executable);
  if (!kept || existsSync(kept) || FILES.some((name) => !existsSync(join(profileDir, name)))) return;
  mkdirSync(CACHE, { recursive: true });
  const made = mkdtempSync(`${kept}-`);
  copyFiles(profileDir, made);
  try {
    renameSync(made, kept);
  } catch {
    rmSync(made, { recursive: true }); // another run was faster
  }
}

/**
 * Where it is kept for this version of Firefox; undefined where the executable is not beside what names its version.
 *
 * @param {string} executable
 */
function folderFor(executable) {
  const version = join(dirname(realpathSync(executable)), 'application.ini');
  if (!existsSync(version)) return undefined;
  const hash = createHash('sha256').update(readFileSync(version)).digest('hex');
  return join(CACHE, `firefox-${hash.slice(0, 16)}`);
}

/** @param {string} from @param {string} to */
function copyFiles(from, to) {
  for (const name of FILES) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    cpSync(join(from, name), join(to, name));
  }
}
