/** Whose a file of the profile is: the extension's, one that the browser keeps addresses in, or one nobody has thought of. */
export type Place = { whose: 'extension' | 'addresses' | 'unknown'; kind: string };

/** Parts of the path, from the profile on, of what an extension writes, with whatever name its storage has. */
const ofExtension: Record<string, RegExp> = {
  chromium:
    /^Default\/(?:(?:Local|Sync|Managed) Extension Settings|Extension (?:State|Rules|Scripts)|IndexedDB|Local Storage|Session Storage|Service Worker|File System|WebStorage|Storage|shared_proto_db|Sync Data|databases)(?:\/|$)/,
  firefox:
    /^(?:storage\/|storage\.sqlite|webappsstore\.sqlite|storage-sync|browser-extension-data\/|extension-store|extension-settings\.json|extension-preferences\.json|extensions\.json|startupCache\/webext)/,
};

/** What the browser keeps of every address, with or without an extension. */
const ofAddresses: Record<string, [kind: string, path: RegExp][]> = {
  chromium: [
    ['History', /^Default\/(?:History|Archived History)(?:-journal|-wal)?$/],
    ['Sessions', /^Default\/Sessions\//],
    ['Top Sites', /^Default\/Top Sites(?:-journal)?$/],
    ['Favicons', /^Default\/Favicons(?:-journal)?$/],
    ['Network', /^Default\/Network\//],
    ['Cache', /^Default\/(?:Cache|Code Cache)\//],
    // beside the profile, for what Chromium learns of how it is used
    ['segmentation_platform', /^segmentation_platform\//],
    ['Shortcuts', /^Default\/(?:Shortcuts|Network Action Predictor)(?:-journal)?$/],
  ],
  firefox: [
    ['places.sqlite', /^places\.sqlite(?:-wal|-shm)?$/],
    ['favicons.sqlite', /^favicons\.sqlite(?:-wal|-shm)?$/],
    ['session restore', /^sessionstore(?:-backups\/|\.jsonlz4|-logs\/)/],
    ['cookies.sqlite', /^cookies\.sqlite(?:-wal|-shm)?$/],
    ['cache2', /^cache2\//],
  ],
};

/** @param file its path within the profile, with forward slashes */
export function placeOf(browser: 'chromium' | 'firefox', extensionId: string, file: string): Place {
  if (file.includes(extensionId) || file.includes('moz-extension') || ofExtension[browser]?.test(file)) {
    return { whose: 'extension', kind: file };
  }
  const [kind] = ofAddresses[browser]?.find(([, pattern]) => pattern.test(file)) ?? [];
  return kind === undefined ? { whose: 'unknown', kind: file } : { whose: 'addresses', kind };
}
