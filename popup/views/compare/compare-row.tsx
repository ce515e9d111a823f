import { Component } from 'preact';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { type Cell, type Change, compareCells } from '../../state/compare/compare-cells.ts';
import type { CompareItem } from '../../state/compare/compare-items.ts';
import { CompareCell } from './compare-cell.tsx';
import { Sign } from './signs.tsx';

type Props = { item: CompareItem; lifetimeSay: string; now: number };

/** One row. It stays as it is while the clock moves on: there can be thousands. */
export class CompareRow extends Component<Props> {
  override shouldComponentUpdate({ item, lifetimeSay }: Props): boolean {
    return item !== this.props.item || lifetimeSay !== this.props.lifetimeSay;
  }
  override render() {
    const { item, lifetimeSay, now } = this.props;
    const { name, isWire, a, b, change, delta, say } = compareCells(item, lifetimeSay);
    return (
      <tr data-tone={change && tones[change]}>
        <th scope="row" class={isWire ? undefined : 'plain'}>
          <bdi>{name}</bdi>
        </th>
        <td>
          <Side cell={a} now={now} />
        </td>
        <td>
          <Side cell={b} now={now} />
        </td>
        <td class={delta === undefined ? undefined : 'delta'}>
          {change ? <Verdict change={change} /> : delta}
          {say !== undefined && <p class="say">{say}</p>}
        </td>
      </tr>
    );
  }
}

/** A value that is cut unfolds under the pointer, and while it has the focus. */
function Side({ cell, now }: { cell: Cell; now: number }) {
  const isCut = cell.kind === 'value' && cell.shown.kind === 'cut';
  return (
    <div class="value" tabIndex={isCut ? 0 : undefined}>
      <CompareCell cell={cell} now={now} />
    </div>
  );
}

const tones: Record<Change, 'pass' | 'fail' | 'warn' | undefined> = {
  added: 'pass',
  removed: 'fail',
  changed: 'warn',
  new: undefined,
  same: undefined,
};
const words: Record<Change, { icon: IconName | undefined; word: string }> = {
  added: { icon: 'plus', word: 'Added' },
  removed: { icon: undefined, word: 'Removed' },
  changed: { icon: 'differs', word: 'Changed' },
  new: { icon: 'again', word: 'New' },
  same: { icon: 'same', word: 'The same' },
};

function Verdict({ change }: { change: Change }) {
  const { icon, word } = words[change];
  return (
    <span class="verdict">
      {icon ? <Icon name={icon} /> : <Sign name="minus" />}
      {word}
    </span>
  );
}
