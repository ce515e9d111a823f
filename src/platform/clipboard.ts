import { hasOwnClipboard } from './kind.ts';
import { useClipboard } from './offscreen.ts';

/** Puts a text on the clipboard, or empties it with ''. False when the browser does not let us. */
export async function writeClipboard(text: string): Promise<boolean> {
  if (!hasOwnClipboard()) return (await useClipboard({ write: text }).catch(() => undefined)) !== undefined;
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}

/** The text that lies on the clipboard; undefined when there is none, or the browser does not let us read it. */
export function readClipboard(): Promise<string | undefined> {
  const text = hasOwnClipboard() ? navigator.clipboard.readText() : useClipboard({});
  return text.catch(() => undefined);
}

const mayCopyKey = 'mayCopy';
const memory = typeof localStorage === 'undefined' ? undefined : localStorage;

/** Whether the background may copy, kept for the next life of an event page. */
export function rememberMayCopy(mayCopy: boolean): void {
  memory?.setItem(mayCopyKey, String(mayCopy));
}

/** The same, without awaiting anything; undefined in a service worker, which has no such memory. */
export function recallMayCopy(): boolean | undefined {
  return memory && memory.getItem(mayCopyKey) === 'true';
}
