import type { State } from './states.ts';

/**
 * Presses the state's key once there is something to press, types its text, then presses or focuses its button, and marks the
 * document when it has come to rest.
 */
export function whenReady({ press: key, types, opens, opensThen, focuses }: State): void {
  let quietFrames = 0;
  let hasPressed = key === undefined;
  const left = [opens ?? focuses, opensThen].filter((name) => name !== undefined);
  const observer = new MutationObserver(() => {
    quietFrames = 0;
  });
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
  const look = () => {
    quietFrames += 1;
    // what listens to the keys comes after the first paint; the list of shortcuts has no button in the popup
    const isThere = key === '?' || document.querySelector(`[aria-keyshortcuts="${key}"]`) !== null;
    if (!hasPressed && quietFrames > 4 && isThere) {
      hasPressed = true;
      quietFrames = 0;
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: key ?? '', bubbles: true }));
      if (types !== undefined) type(types);
    }
    const opener = [...document.querySelectorAll<HTMLElement>('button, label, summary')].find(
      ({ textContent, ariaLabel }) => left[0] === (ariaLabel ?? textContent),
    );
    if (hasPressed && left.length > 0 && opener && quietFrames > 4) {
      left.shift();
      quietFrames = 0;
      if (focuses !== undefined) opener.focus();
      else opener.click();
    }
    if (hasPressed && left.length === 0 && quietFrames > 4 && document.querySelector('h1')) {
      observer.disconnect();
      document.documentElement.dataset.ready = '';
    } else requestAnimationFrame(look);
  };
  look();
}

function type(text: string): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) return;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
