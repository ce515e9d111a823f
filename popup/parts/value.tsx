import { Fragment } from 'preact';
import type { ShownValue } from '../state/claims/claim-value.ts';
import { clockTime, machineTime, relativeTime, utcTime } from '../state/time-words.ts';
import { Icon } from './icon.tsx';

/** A claim's value: text, chips, or a time. A long one gives way in the middle and unfolds under pointer and focus. */
export function Value({ shown, now, tone }: { shown: ShownValue; now: number; tone?: 'fail' | 'warn' | undefined }) {
  const value = <Shape shown={shown} now={now} tone={tone} />;
  if (!tone || shown.kind === 'time') return value;
  return (
    <span class="verdict">
      <Icon name={tone} />
      {value}
    </span>
  );
}

function Shape({ shown, now, tone }: { shown: ShownValue; now: number; tone: 'fail' | 'warn' | undefined }) {
  switch (shown.kind) {
    case 'empty':
      return <span class="none">{shown.words}</span>;
    case 'text':
      return <bdi>{shown.text}</bdi>;
    case 'lines':
      return (
        <bdi>
          {shown.lines.map((line, index) => (
            <Fragment key={`${index} ${line}`}>
              {index > 0 && <br />}
              {line}
            </Fragment>
          ))}
        </bdi>
      );
    case 'cut':
      return (
        <bdi class="mid" data-full={shown.full}>
          <span>{shown.head}</span>
          <span>{shown.tail}</span>
        </bdi>
      );
    case 'chips':
      return (
        <ul class="chips">
          {shown.chips.map((chip, index) => (
            <li class="chip" key={`${index} ${chip}`}>
              <bdi>{chip}</bdi>
            </li>
          ))}
          {shown.more > 0 && <li class="none">and {shown.more} more</li>}
        </ul>
      );
    case 'time': {
      const relative = relativeTime(shown.at, now);
      return (
        <>
          <time datetime={machineTime(shown.at)} data-full={`${utcTime(shown.at)}\nraw value ${shown.raw}`}>
            {clockTime(shown.at, now)}
          </time>
          {tone ? (
            <span class="verdict">
              <Icon name={tone} />
              {relative}
            </span>
          ) : (
            <span>{relative}</span>
          )}
        </>
      );
    }
  }
}
