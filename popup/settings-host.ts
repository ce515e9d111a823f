import { tellsLock } from '../src/platform/idle.ts';
import { permissions, requiredPermissions } from '../src/platform/permissions.ts';
import { shortcutOf, shortcutsPlace } from '../src/platform/shortcut.ts';
import { localArea, syncArea } from '../src/platform/storage.ts';
import { createSynced, createSyncStores } from '../src/store/profile-sync.ts';
import type { SettingsHost } from './host.ts';

/** What the settings find in the extension beyond the host of every page. */
export function settingsHost(): SettingsHost {
  return {
    syncState: createSyncStores(localArea).syncState,
    synced: createSynced(syncArea),
    shortcut: () => shortcutOf('fresh-token'),
    granted: permissions.granted,
    traits: { tellsLock: tellsLock(), shortcutsPlace: shortcutsPlace(), required: requiredPermissions() },
  };
}
