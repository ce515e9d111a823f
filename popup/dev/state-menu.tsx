import type { State } from './states.ts';

const themes = ['light', 'dark'] as const;

/** The way into every state, in both themes. */
export function StateMenu({ states }: { states: readonly State[] }) {
  return (
    <main class="story">
      <h1>States of the face</h1>
      <ul>
        {states.map(({ name }) => (
          <li key={name}>
            {name}{' '}
            {themes.map((theme) => (
              <span key={theme}>
                {' '}
                <a href={`?state=${name}&theme=${theme}`} aria-label={`${name}, ${theme}`}>
                  {theme}
                </a>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </main>
  );
}
