import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFor } from '../../build.mjs';
import { fingerprintOfBuild } from '../reports.mjs';
import { readFolder } from './read-folder.mjs';
import { readSource, sourceFiles } from './source-files.mjs';
import { zip } from './zip.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {'chromium' | 'firefox' | 'source'} PackageKind */
/** @typedef {{ kind: PackageKind, file: string, bytes: Uint8Array, sha256: string }} Package */

/**
 * The three packages of a release, from builds of their own: what lies in dist/ is neither used nor changed. `build` is
 * their fingerprint, as in the reports. Throws `OverBudget` where a build weighs too much.
 *
 * @returns {Promise<{ packages: Package[], build: string }>}
 */
export async function makePackages() {
  const dist = mkdtempSync(path.join(tmpdir(), 'claimcheck-packages-'));
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  try {
    const chromium = await buildFor('chromium', false, path.join(dist, 'chromium'));
    const firefox = await buildFor('firefox', false, path.join(dist, 'firefox'));
    return {
      build: fingerprintOfBuild(dist),
      packages: [
        asPackage('chromium', `claimcheck-${version}-chromium.zip`, readFolder(chromium)),
        asPackage('firefox', `claimcheck-${version}-firefox.xpi`, readFolder(firefox)),
        asPackage('source', `claimcheck-${version}-source.zip`, readSource(root, sourceFiles(root))),
      ],
    };
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
}

/** @param {PackageKind} kind @param {string} file @param {import('./zip.mjs').ZipEntry[]} entries @returns {Package} */
function asPackage(kind, file, entries) {
  const bytes = zip(entries);
  return { kind, file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
