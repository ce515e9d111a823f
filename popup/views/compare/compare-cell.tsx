import { Icon, type IconName } from '../../parts/icon.tsx';
import { Value } from '../../parts/value.tsx';
import type { Cell, Entry } from '../../state/compare/compare-cells.ts';
import { dayTime } from '../../state/compare/day-time.ts';
import { machineTime, utcTime } from '../../state/time-words.ts';
import { Sign } from './signs.tsx';

/** What A or B says of one row. */
export function CompareCell({ cell, now }: Props) {
  const value = <Shape cell={cell} now={now} />;
  if (cell.mark === 'added') return <ins>{value}</ins>;
  return cell.mark === 'removed' ? <del>{value}</del> : value;
}

type Props = { cell: Cell; now: number };

function Shape({ cell, now }: Props) {
  switch (cell.kind) {
    case 'none':
      return <span class="none">{cell.words}</span>;
    case 'time':
      return (
        <time datetime={machineTime(cell.at)} title={utcTime(cell.at)}>
          {dayTime(cell.at, now)}
        </time>
      );
    case 'result': {
      const { icon, word, tone } = results[cell.result];
      return (
        <span class="verdict" data-tone={tone}>
          <Icon name={icon} />
          {word}
        </span>
      );
    }
    case 'set':
      return (
        <ul class="chips">
          {cell.entries.map((entry) => (
            <li key={`${entry.mark} ${entry.text}`}>
              <Chip entry={entry} />
            </li>
          ))}
          {cell.more > 0 && <li class="none">and {cell.more.toLocaleString('en')} more</li>}
        </ul>
      );
    case 'value':
      return <Value shown={cell.shown} now={now} />;
  }
}

const results: Record<
  (Cell & { kind: 'result' })['result'],
  { icon: IconName; word: string; tone: 'pass' | 'fail' | 'skip' }
> = {
  pass: { icon: 'pass', word: 'Passed', tone: 'pass' },
  fail: { icon: 'fail', word: 'Failed', tone: 'fail' },
  not_checked: { icon: 'skip', word: 'Not checked', tone: 'skip' },
  not_made: { icon: 'skip', word: 'Not made', tone: 'skip' },
};

function Chip({ entry: { text, mark } }: { entry: Entry }) {
  const words = <bdi>{text}</bdi>;
  switch (mark) {
    case 'added':
      return (
        <ins class="chip">
          <Icon name="plus" />
          {words}
        </ins>
      );
    case 'removed':
      return (
        <del class="chip">
          <Sign name="minus" />
          {words}
        </del>
      );
    default:
      return <span class="chip">{words}</span>;
  }
}
