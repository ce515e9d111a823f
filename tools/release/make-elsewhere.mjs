import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readZip } from './read-zip.mjs';

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));

/**
 * Unpacks a source package into a folder of its own, has it make its packages, and gives what stands in its SHA256SUMS. The
 * installed packages are those of this folder. Throws where it does not build.
 *
 * @param {Uint8Array} source
 */
export function makeElsewhere(source) {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimcheck-source-'));
  try {
    for (const { name, data, isProgram } of readZip(source)) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, data, { mode: isProgram ? 0o755 : 0o644 });
    }
    symlinkSync(packages, path.join(folder, 'node_modules'), 'junction');
    execFileSync(process.execPath, ['tools/package.mjs'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    return readSums(readFileSync(path.join(folder, 'packages', 'SHA256SUMS'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} text as sha256sum writes and checks it @returns {import('./judges/judge-repeat.mjs').Sum[]} */
export function readSums(text) {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ sha256: line.slice(0, 64), file: line.slice(66) }));
}
