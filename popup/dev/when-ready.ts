import type { State } from './states.ts';

/**
 * Presses the state's key once there is something to press, types its text, then presses or focuses its button, and marks the
 * document when it has come to rest. After the first state all code is there, so that less can follow.
 */
export function whenReady({ press: key, types, opens, opensThen, focuses }: State, isFirst: boolean): Promise<void> {
  const enough = isFirst ? 5 : 3;
  const { promise, resolve } = Promise.withResolvers<void>();
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
    const isThere = () => key === '?' || document.querySelector(`[aria-keyshortcuts="${key}"]`) !== null;
    if (!hasPressed && quietFrames >= enough && isThere()) {
      hasPressed = true;
      quietFrames = 0;
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: key ?? '', bubbles: true }));
      if (types !== undefined) type(types);
    }
    const isNext = hasPressed && left.length > 0 && quietFrames >= enough;
    const opener = isNext ? findOpener(left[0]) : undefined;
    if (opener) {
      left.shift();
      quietFrames = 0;
      if (focuses !== undefined) opener.focus();
      else opener.click();
    }
    if (hasPressed && left.length === 0 && quietFrames >= enough && document.querySelector('h1')) {
      observer.disconnect();
      document.documentElement.dataset.ready = '';
      resolve();
    } else requestAnimationFrame(look);
  };
  look();
  return promise;
}

function findOpener(name: string | undefined): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('button, label, summary')].find(
    ({ textContent, ariaLabel }) => name === (ariaLabel ?? textContent),
  );
}

function type(text: string): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) return;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
