import { Fragment } from 'preact';
import { designParts } from './design-states.ts';
import type { State } from './states.ts';

const themes = ['light', 'dark'] as const;
const widths = { popup: 'Popup', panel: 'Side panel', page: 'Full page' } as const;
const widthNames = ['popup', 'panel', 'page'] as const;

/** The way into every state, in both themes: first by the parts of the face, then all of them by width. */
export function StateMenu({ states }: { states: readonly State[] }) {
  return (
    <main class="story">
      <h1>States of the face</h1>
      {designParts.map(([part, own]) => (
        <section key={part}>
          <h2>{part}</h2>
          <ul>
            {own.map(([what, name]) => (
              <Entry key={what} name={name} words={what} />
            ))}
          </ul>
        </section>
      ))}
      {widthNames.map((width) => (
        <section key={width}>
          <h2>{widths[width]}, every state</h2>
          <ul>
            {states
              .filter((state) => state.width === width)
              .map(({ name }) => (
                <Entry key={name} name={name} words={name} />
              ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

function Entry({ name, words }: { name: string; words: string }) {
  return (
    <li data-state={name} data-words={words}>
      {words}
      {themes.map((theme) => (
        <Fragment key={theme}>
          {' '}
          <a href={`?state=${name}&theme=${theme}`} aria-label={`${words}, ${theme}`}>
            {theme}
          </a>
        </Fragment>
      ))}
    </li>
  );
}
