/** The extensions that are measured: builds of this one, and the least that others could do. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildFor } from '../build.mjs';

/** Listens to nothing, and its popup is empty but for a word. A worker there must be: the driver waits for it. */
const idle = { permissions: [], worker: '' };

/** Stores the address of whatever ends at the callback: the least that watching a login can cost. */
const bare = {
  permissions: ['storage', 'webNavigation'],
  worker: `chrome.webNavigation.onCommitted.addListener(({ url }) => chrome.storage.session.set({ url }), {
  url: [{ schemes: ['http'], hostEquals: '127.0.0.1', pathEquals: '/callback' }],
});
`,
};

/** @typedef {Awaited<ReturnType<typeof writeExtensions>>} Extensions */

/** Writes them into a temporary folder, so that dist/ stays what it is. */
export async function writeExtensions() {
  const folder = await mkdtemp(path.join(tmpdir(), 'claimcheck-bench-'));
  return {
    /** as shipped, with `webNavigation` allowed */
    allowed: await buildFor('chromium', ['webNavigation'], path.join(folder, 'allowed')),
    /** with everything allowed */
    granted: await buildFor('chromium', true, path.join(folder, 'granted')),
    idle: await writeBaseline(path.join(folder, 'idle'), idle),
    bare: await writeBaseline(path.join(folder, 'bare'), bare),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * @param {string} folder
 * @param {{ permissions: string[], worker: string }} extension
 */
async function writeBaseline(folder, { permissions, worker }) {
  const manifest = {
    manifest_version: 3,
    name: path.basename(folder),
    version: '1',
    permissions,
    background: { service_worker: 'background.js' },
  };
  await mkdir(folder);
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'background.js'), worker);
  await writeFile(path.join(folder, 'popup.html'), '<!doctype html><title>popup</title><p>Empty</p>');
  return folder;
}
