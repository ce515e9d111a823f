import { render } from 'preact';
import { App } from '../app.tsx';
import { ProfilesView } from '../editor/profiles-view.tsx';
import { memoryHost } from './memory-host.ts';
import { noon } from './sample.ts';
import { StateMenu } from './state-menu.tsx';
import { type State, states } from './states.ts';

// ?state=<name> shows one state, &theme=dark|light sets the theme, &still stops its clock.
const query = new URLSearchParams(location.search);
const theme = query.get('theme');
if (theme === 'dark' || theme === 'light') document.documentElement.style.colorScheme = theme;

// what flashes once is held, so that a picture shows it
if (query.has('still')) {
  const held = new CSSStyleSheet();
  held.replaceSync('.params > [data-changed] { background: var(--accent-soft); }');
  document.adoptedStyleSheets = [held];
}

const state = states.find(({ name }) => name === query.get('state'));
if (state) {
  const opened = performance.now();
  const now = query.has('still') ? () => noon : () => noon + performance.now() - opened;
  document.body.className = state.width;
  if (state.route && !location.hash) history.replaceState(null, '', state.route);
  const host = memoryHost(state, now);
  Object.assign(globalThis, { host });
  render(<App host={host} width={state.width} profilesView={ProfilesView} />, document.body);
  whenReady(state);
} else {
  render(<StateMenu states={states} />, document.body);
}

/**
 * Presses the state's key once there is something to press, types its text, then presses or focuses its button, and marks the
 * document when it has come to rest.
 */
function whenReady({ press: key, types, opens, opensThen, focuses }: State): void {
  let quietFrames = 0;
  let hasPressed = key === undefined;
  const left = [opens ?? focuses, opensThen].filter((name) => name !== undefined);
  new MutationObserver(() => {
    quietFrames = 0;
  }).observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
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
    if (hasPressed && left.length === 0 && quietFrames > 4 && document.querySelector('h1'))
      document.documentElement.dataset.ready = '';
    else requestAnimationFrame(look);
  };
  look();
}

function type(text: string): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) return;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
