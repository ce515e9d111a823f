/** The single keys: tokens, copy, userInfo, sign in, search or filter, help. Each stands in `aria-keyshortcuts` of what it presses. */
export const shortcutKeys = ['1', '2', '3', 'c', 'u', 's', '/', '?'] as const;
export type ShortcutKey = (typeof shortcutKeys)[number];

type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'defaultPrevented' | 'repeat'>;

/** The shortcut of a key press. It acts only while no field, menu or dialog has the focus and no modifier is held. */
export function shortcutFor(press: Press, isBusyElsewhere: boolean): ShortcutKey | undefined {
  if (isBusyElsewhere || press.defaultPrevented || press.repeat) return undefined;
  if (press.altKey || press.ctrlKey || press.metaKey) return undefined;
  return shortcutKeys.find((key) => key === press.key);
}

/** A key and what it does, as the list of shortcuts says it. */
export type ShortcutWords = { keys: readonly string[]; does: string };

/** The keys that can be switched off: characters, which a voice or a slip may press. */
export function singleKeyWords(isPage: boolean): ShortcutWords[] {
  return [
    { keys: ['1', '2', '3'], does: 'ID, access, refresh token' },
    { keys: ['c'], does: 'Copy the token that is shown' },
    { keys: ['u'], does: 'Call userInfo' },
    { keys: ['s'], does: 'Sign in, or sign in again' },
    { keys: ['/'], does: isPage ? 'Search captures' : 'Filter claims' },
    { keys: ['?'], does: 'This list' },
  ];
}

export const otherKeyWords: readonly ShortcutWords[] = [
  { keys: ['↑', '↓'], does: 'Move in a menu or a list of captures' },
  { keys: ['←', '→'], does: 'Move among the tokens' },
  { keys: ['Esc'], does: 'Close a menu or dialog, clear a filter' },
];
