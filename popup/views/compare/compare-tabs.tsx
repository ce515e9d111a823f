import { useSingleKeys } from '../../parts/use-single-keys.ts';
import type { CompareTab, TabName } from '../../state/compare/compare-tabs.ts';

type Props = { tabs: readonly CompareTab[]; shown: TabName; onShow: (name: TabName) => void };

export function compareTabId(name: TabName): string {
  return `tab-${name}`;
}

/** The tokens, userInfo and the login itself, each with the number of differences in it. */
export function CompareTabs({ tabs, shown, onShow }: Props) {
  const keyOf = useSingleKeys();
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ name }) => name === shown);
    const last = tabs.length - 1;
    const next = { ArrowRight: at + 1, ArrowLeft: at + last, Home: 0, End: last }[event.key];
    const tab = next === undefined ? undefined : tabs[next % tabs.length];
    if (!tab) return;
    event.preventDefault();
    onShow(tab.name);
    document.getElementById(compareTabId(tab.name))?.focus();
  };
  return (
    <div class="tokens sides" role="tablist" aria-label="What is compared" onKeyDown={move}>
      {tabs.map(({ name, title, words }, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={compareTabId(name)}
          aria-selected={name === shown}
          aria-controls="diff"
          aria-keyshortcuts={keyOf(index < 3 ? String(index + 1) : undefined)}
          tabIndex={name === shown ? 0 : -1}
          onClick={() => onShow(name)}
        >
          <b>{title}</b>
          <small>{words}</small>
        </button>
      ))}
    </div>
  );
}
