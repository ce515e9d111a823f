import type { CompareGroup } from '../../state/compare/compare-items.ts';
import { CompareRow } from './compare-row.tsx';

type Props = { groups: readonly CompareGroup[]; lifetimeSay: string; now: number };

/** The rows of some groups, each under its title. */
export function CompareRows({ groups, lifetimeSay, now }: Props) {
  return (
    <>
      {groups.map(({ id, title, items }) => (
        <tbody key={id}>
          <tr>
            <th colspan={4} scope="rowgroup">
              {title}
            </th>
          </tr>
          {items.map((item) => (
            <CompareRow key={item.key} item={item} lifetimeSay={lifetimeSay} now={now} />
          ))}
        </tbody>
      ))}
    </>
  );
}

/** The widths of its columns are those of every table of the view. */
export function CompareColumns() {
  return (
    <colgroup>
      <col />
      <col />
      <col />
      <col />
    </colgroup>
  );
}
