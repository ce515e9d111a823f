import { Icon } from '../../parts/icon.tsx';
import { useSingleKeys } from '../../parts/use-single-keys.ts';

/** Where captures are searched: ↓ goes to the first that was found. */
export function SearchField({ query, onInput }: { query: string; onInput: (query: string) => void }) {
  const key = useSingleKeys()('/');
  return (
    <div class="inset">
      <search class="find">
        <label class="sr-only" for="search">
          Search captures
        </label>
        <Icon name="find" />
        <input
          id="search"
          type="search"
          placeholder="Search user, claim, profile"
          autocomplete="off"
          spellcheck={false}
          aria-keyshortcuts={key}
          value={query}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            event.currentTarget.closest('nav')?.querySelector('a')?.focus();
          }}
        />
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nobody can focus a kbd */}
        {key && <kbd aria-hidden="true">{key}</kbd>}
      </search>
    </div>
  );
}
