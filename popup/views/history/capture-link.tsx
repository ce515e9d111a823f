import type { Capture } from '../../../src/protocol/records.ts';
import { Icon } from '../../parts/icon.tsx';
import type { CaptureLine } from '../../state/capture/capture-line.ts';
import { hashOf } from '../../state/route.ts';
import { clockTime, machineTime } from '../../state/time-words.ts';

type Props = {
  capture: Capture;
  line: CaptureLine;
  now: number;
  isCurrent: boolean;
  onChosen: (id: string) => void;
};

/** One capture of the list: who and when, how it stands, whether it is pinned. */
export function CaptureLink({ capture: { id, capturedAt, pinned }, line, now, isCurrent, onChosen }: Props) {
  const { title, tone, state, code } = line;
  return (
    <li>
      <a
        href={hashOf({ view: 'captures', id })}
        aria-current={isCurrent ? 'true' : undefined}
        data-tone={tone}
        onClick={() => onChosen(id)}
      >
        <Icon name={tone} />
        <b class="cut">
          <bdi>{title}</bdi>
        </b>
        <span class="moment">
          {pinned && (
            <>
              <Icon name="pin" />
              <span class="sr-only">pinned, </span>
            </>
          )}
          <time datetime={machineTime(capturedAt)}>{clockTime(capturedAt, now, 'minutes')}</time>
        </span>
        <small class="cut">
          {state} {code && <code>{code}</code>}
        </small>
      </a>
    </li>
  );
}
