import type { Settings } from '../../../src/protocol/records.ts';

/** The optional permissions that a setting needs, and no profile. */
export const settingGrants = ['idle', 'clipboardWrite', 'clipboardRead'] as const;
export type SettingGrant = (typeof settingGrants)[number];

export function isSettingGrant(name: string): name is SettingGrant {
  return settingGrants.some((one) => one === name);
}

/** What each setting asks the browser for. To clear is to read what is there and to write over it. */
export const needed = {
  lock: ['idle'],
  command: ['clipboardWrite'],
  clearing: ['clipboardRead', 'clipboardWrite'],
} as const satisfies Record<string, readonly SettingGrant[]>;

/** The browser's own words for a permission, in Chromium's English; `idle` has none. */
export const grantPrompts: Record<SettingGrant, string | undefined> = {
  idle: undefined,
  clipboardWrite: 'Modify data you copy and paste',
  clipboardRead: 'Read data you copy and paste',
};

/** `unneeded`: it is granted, and nothing that was chosen needs it. */
export type GrantState = 'granted' | 'will_ask' | 'taken_back' | 'unneeded';

/** How a permission stands: one that a setting counts on and that is not there was taken back in the browser. */
export function grantState(name: SettingGrant, isGranted: boolean, settings: Settings): GrantState {
  // to let it be is what is chosen of it
  const isOwnChoice = name === 'clipboardWrite';
  if (isGranted) return isOwnChoice || isCountedOn(name, settings) ? 'granted' : 'unneeded';
  return isCountedOn(name, settings) ? 'taken_back' : 'will_ask';
}

/** What the settings become when a permission is given back: what cannot work without it is off. */
export function withoutGrant(name: SettingGrant): Partial<Settings> {
  return name === 'idle' ? { purgeOnLock: false } : { clearClipboardAfter: 0 };
}

function isCountedOn(name: SettingGrant, { purgeOnLock, clearClipboardAfter }: Settings): boolean {
  return name === 'idle' ? purgeOnLock : clearClipboardAfter > 0;
}
