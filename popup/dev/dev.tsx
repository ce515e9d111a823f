import { render } from 'preact';
import { App } from '../app.tsx';
import { ProfilesView } from '../editor/profiles-view.tsx';
import { memoryHost } from './memory-host.ts';
import { noon } from './sample.ts';
import { StateMenu } from './state-menu.tsx';
import { type State, states } from './states.ts';
import { whenReady } from './when-ready.ts';

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

const hasClock = !query.has('still');
const named = (name: string | null) => states.find((state) => state.name === name);

async function show(state: State, isFirst = true): Promise<void> {
  const opened = performance.now();
  const now = hasClock ? () => noon + performance.now() - opened : () => noon;
  document.body.className = state.width;
  if (state.route && !location.hash) history.replaceState(null, '', state.route);
  const host = memoryHost(state, now);
  Object.assign(globalThis, { host });
  render(<App host={host} width={state.width} profilesView={ProfilesView} />, document.body);
  await whenReady(state, isFirst);
}

/** Shows another state without a load, until it is at rest; what the one before left on the page goes first. Tests call it. */
async function showNext(name: string): Promise<void> {
  const state = named(name);
  if (!state) throw new Error(`There is no state “${name}”`);
  render(null, document.body);
  for (const mark of ['ready', 'opened']) delete document.documentElement.dataset[mark];
  history.replaceState(null, '', location.pathname + location.search);
  scrollTo(0, 0);
  await show(state, false);
}

const state = named(query.get('state'));
if (state) {
  void show(state);
  Object.assign(globalThis, { showNext });
} else render(<StateMenu states={states} />, document.body);
