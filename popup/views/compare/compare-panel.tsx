import { ShowMore } from '../../parts/show-more.tsx';
import { useMost } from '../../parts/use-most.ts';
import type { Pair } from '../../state/compare/choose-pair.ts';
import { type CompareGroup, firstItems, isFolded } from '../../state/compare/compare-items.ts';
import type { CompareTab } from '../../state/compare/compare-tabs.ts';
import type { PickGroup } from '../../state/compare/pick-options.ts';
import { CompareFold } from './compare-fold.tsx';
import { ComparePick } from './compare-pick.tsx';
import { CompareColumns, CompareRows } from './compare-rows.tsx';
import { compareTabId } from './compare-tabs.tsx';

type Props = {
  pair: Pair;
  picks: readonly PickGroup[];
  onPick: (pair: Pair) => void;
  /** Undefined where there is nothing to compare: the pickers stand alone. */
  tab: CompareTab | undefined;
  groups: readonly CompareGroup[];
  onlyDiffers: boolean;
  lifetimeSay: string;
  now: number;
};

/** The two captures side by side. The pickers stand in the heads of their columns. */
export function ComparePanel({ pair, picks, onPick, tab, groups, onlyDiffers, lifetimeSay, now }: Props) {
  const { a, b } = pair;
  const rows = onlyDiffers ? groups.filter((group) => !isFolded(group)) : groups;
  const count = rows.reduce((sum, { items }) => sum + items.length, 0);
  const list = `${a} ${b} ${tab?.name} ${onlyDiffers}`;
  const [most, showMore] = useMost(list);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles can be named
    <div
      class="side-by-side"
      id="diff"
      role={tab ? 'tabpanel' : 'group'}
      aria-label={tab ? undefined : 'Two captures'}
      aria-labelledby={tab && compareTabId(tab.name)}
    >
      <table class="diff">
        <caption class="sr-only">{tab?.title ?? 'Two captures'}: A against B</caption>
        <CompareColumns />
        <thead>
          <tr>
            <th scope="col">{tab?.name === 'login' ? 'Fact' : 'Claim'}</th>
            <th scope="col">
              <ComparePick letter="A" id={a} groups={picks} onPick={(id) => onPick({ a: id, b })} />
            </th>
            <th scope="col">
              <ComparePick letter="B" id={b} groups={picks} onPick={(id) => onPick({ a, b: id })} />
            </th>
            <th scope="col">From A to B</th>
          </tr>
        </thead>
        <CompareRows groups={firstItems(rows, most)} lifetimeSay={lifetimeSay} now={now} />
      </table>
      {tab && count === 0 && <p class="aside ruled">Nothing differs here.</p>}
      <ShowMore left={count - most} onMore={showMore} />
      {onlyDiffers &&
        groups
          .filter(isFolded)
          .map((group) => (
            <CompareFold key={`${list} ${group.id}`} group={group} lifetimeSay={lifetimeSay} now={now} />
          ))}
    </div>
  );
}
