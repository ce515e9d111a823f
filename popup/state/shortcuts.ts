/** The single keys: tokens, copy, userInfo, sign in, filter. Each stands in `aria-keyshortcuts` of what it presses. */
export const shortcutKeys = ['1', '2', '3', 'c', 'u', 's', '/'] as const;
export type ShortcutKey = (typeof shortcutKeys)[number];

type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'defaultPrevented' | 'repeat'>;

/** The shortcut of a key press. It acts only while no field, menu or dialog has the focus and no modifier is held. */
export function shortcutFor(press: Press, isBusyElsewhere: boolean): ShortcutKey | undefined {
  if (isBusyElsewhere || press.defaultPrevented || press.repeat) return undefined;
  if (press.altKey || press.ctrlKey || press.metaKey) return undefined;
  return shortcutKeys.find((key) => key === press.key);
}
