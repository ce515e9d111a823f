import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Kind = 'chromium' | 'firefox';

export type OtherExtension = { folder: string; id: string; remove(): void };

/** Answers whoever asks, whatever is asked. */
const background = `
const { runtime } = globalThis.browser ?? chrome;
runtime.onMessageExternal.addListener((message, sender, answer) => void answer('heard'));
runtime.onConnectExternal.addListener((port) => port.postMessage('heard'));
`;

/**
 * An extension of somebody else's, with all that an extension may be given. It listens to everybody, and web pages reach its
 * open.html: what others must not get of ours, they get of this one.
 */
export function writeOtherExtension(kind: Kind, name: string): OtherExtension {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `claimcheck-${name}-`)));
  const id = `${name}@other.example`;
  const manifest = {
    manifest_version: 3,
    name,
    version: '1.0',
    permissions: ['scripting', 'storage', 'tabs', 'webRequest', ...(kind === 'chromium' ? ['debugger'] : [])],
    host_permissions: ['<all_urls>'],
    background: kind === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
    web_accessible_resources: [{ resources: ['open.html'], matches: ['<all_urls>'] }],
    ...(kind === 'firefox' && { browser_specific_settings: { gecko: { id } } }),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'background.js'), background);
  for (const page of ['open.html', 'attack.html']) {
    writeFileSync(join(folder, page), `<!doctype html><title>${name}</title><p>${page}</p>`);
  }
  return { folder, id, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
