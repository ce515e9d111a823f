/** `npm run package`: writes packages/claimcheck-VERSION-chromium.zip, -firefox.xpi, -source.zip and SHA256SUMS. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from './ensure.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await ensurePackages();
const { makePackages } = await import('./release/make-packages.mjs');
const { findTreeChanges } = await import('./release/find-tree-changes.mjs');

const { packages } = await makePackages();
rmSync('packages', { recursive: true, force: true });
mkdirSync('packages');
for (const { file, bytes } of packages) writeFileSync(`packages/${file}`, bytes);
const sums = packages.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join('');
writeFileSync('packages/SHA256SUMS', sums);
process.stdout.write(sums);

const changes = findTreeChanges('.');
if (changes?.length) {
  process.stderr.write(
    `${changes.length} files differ from the last commit, so that nobody can rebuild these packages from it; files that git does not know are not in the source package.\n`,
  );
}
