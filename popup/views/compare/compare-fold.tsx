import { useState } from 'preact/hooks';
import { Icon } from '../../parts/icon.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { useMost } from '../../parts/use-most.ts';
import { type CompareGroup, firstItems } from '../../state/compare/compare-items.ts';
import { foldNames } from '../../state/compare/fold-names.ts';
import { CompareColumns, CompareRows } from './compare-rows.tsx';

type Props = { group: CompareGroup; lifetimeSay: string; now: number };

/** A group that says nothing of what differs: its names in one line, its values behind it. */
export function CompareFold(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span>{props.group.title}</span>
        <span class="n cut">
          <bdi>{foldNames(props.group)}</bdi>
        </span>
        <Icon name="down" class="caret" />
      </summary>
      {isOpen && <Values {...props} />}
    </details>
  );
}

function Values({ group, lifetimeSay, now }: Props) {
  const [most, showMore] = useMost();
  return (
    <>
      <table class="diff">
        <caption class="sr-only">{group.title}</caption>
        <CompareColumns />
        <thead class="sr-only">
          <tr>
            <th scope="col">Claim</th>
            <th scope="col">A</th>
            <th scope="col">B</th>
            <th scope="col">From A to B</th>
          </tr>
        </thead>
        <CompareRows groups={firstItems([group], most)} lifetimeSay={lifetimeSay} now={now} />
      </table>
      <ShowMore left={group.items.length - most} onMore={showMore} />
    </>
  );
}
