import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ permissions?: string[], origins?: string[] }} Approval optional permissions and match patterns */

/**
 * Writes into a profile of Chromium, while it is closed, that the person has already said yes to these permissions of
 * the extension. Chromium then answers `permissions.request` for them with true and no prompt, which headless could
 * not show; until the extension asks it does not hold them.
 *
 * Chromium guards this file on Windows and macOS, so there the prompt still comes.
 *
 * @param {string} profileDir
 * @param {string} extensionId
 * @param {Approval} approval
 */
export function approvePermissions(profileDir, extensionId, approval) {
  const file = join(profileDir, 'Default', 'Preferences');
  const preferences = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  mkdirSync(join(profileDir, 'Default'), { recursive: true });
  writeFileSync(file, JSON.stringify(withApproval(preferences, extensionId, approval)));
}

/**
 * @param {any} preferences Chromium's own file, of which only the path to our extension is known here
 * @param {string} extensionId
 * @param {Approval} approval
 */
export function withApproval(preferences, extensionId, { permissions = [], origins = [] }) {
  const settings = preferences.extensions?.settings ?? {};
  const before = settings[extensionId]?.runtime_granted_permissions ?? {};
  const granted = {
    api: union(before.api, permissions),
    explicit_host: union(before.explicit_host, origins),
    manifest_permissions: before.manifest_permissions ?? [],
    scriptable_host: before.scriptable_host ?? [],
  };
  const entry = { ...settings[extensionId], runtime_granted_permissions: granted };
  return { ...preferences, extensions: { ...preferences.extensions, settings: { ...settings, [extensionId]: entry } } };
}

/**
 * @param {string[] | undefined} before
 * @param {string[]} added
 */
function union(before = [], added) {
  return [...new Set([...before, ...added])];
}
