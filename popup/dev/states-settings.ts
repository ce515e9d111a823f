import { capture, login, noon, profile, staging } from './sample.ts';
import type { State } from './states.ts';

const asked = ['idle', 'clipboardWrite', 'clipboardRead'];
const chosen = { freshMinutes: 15, graceMinutes: null, purgeOnLock: true, clearClipboardAfter: 60, syncProfiles: true };

export const settingsStates: readonly State[] = [
  settings('page-settings', { refused: asked }),
  settings('page-settings-chosen', { settings: chosen, logins: [login] }),
  settings('page-settings-taken-back', { settings: chosen, refused: asked, keys: '' }),
  settings('page-settings-firefox', {
    settings: { ...chosen, freshMinutes: 7 },
    refused: ['clipboardRead'],
    isFirefox: true,
  }),
  settings('page-settings-newer', { isNewer: true }),
  { ...told('newer-storage', 'locked', '1'), isNewer: true },
  settings('page-settings-still-synced', { synced: [profile.id, staging.id] }),
  told('memory-lost', 'session_lost', '3'),
  told('screen-locked', 'locked', '1'),
  {
    ...{ name: 'policy-left-out', width: 'popup', profiles: [profile], captures: [] },
    managed: [staging, { ...staging, name: 'again' }, { id: 'half' }],
  },
];

function settings(name: string, more: Partial<State>): State {
  return { name, width: 'page', profiles: [profile, staging], captures: [], route: '#settings', ...more };
}

function told(name: string, kind: 'session_lost' | 'locked', detail: string): State {
  const notice = { kind, at: noon - 600_000, callback: '', detail };
  return { name, width: 'popup', profiles: [profile], captures: [capture()], notices: [notice] };
}
