import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { useNow } from '../../parts/host-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { useListKeys } from '../../parts/use-list-keys.ts';
import { useMost } from '../../parts/use-most.ts';
import { captureLine } from '../../state/capture/capture-line.ts';
import { hashOf } from '../../state/route.ts';
import { clockTime, machineTime } from '../../state/time-words.ts';

type Props = {
  /** Those of the profile in front, newest first. */
  captures: readonly Capture[];
  profile: Profile;
  current: string | undefined;
  onChoose: (id: string) => void;
};

/** The captures of the profile in front, in the side panel. Those of frames are counted below what is shown. */
export function PanelCaptures({ captures, profile, current, onChoose }: Props) {
  const now = useNow([]);
  const list = useListKeys<HTMLElement>();
  const [most, showMore] = useMost(profile.id);
  const listed = captures.filter(({ frame, id }) => frame === 'main' || id === current);
  return (
    <nav class="captures" aria-label="Captures" ref={list}>
      <ul>
        {listed.slice(0, most).map((capture) => (
          <Line
            key={capture.id}
            capture={capture}
            profile={profile}
            now={now}
            isCurrent={capture.id === current}
            onChoose={onChoose}
          />
        ))}
      </ul>
      <ShowMore left={listed.length - most} onMore={showMore} />
    </nav>
  );
}

type LineProps = Pick<Props, 'profile' | 'onChoose'> & { capture: Capture; now: number; isCurrent: boolean };

/** A link to the capture in the full page: pressed plainly, it is shown here. */
function Line({ capture, profile, now, isCurrent, onChoose }: LineProps) {
  const { title, tone, state, code } = captureLine(capture, profile, now);
  return (
    <li>
      <a
        href={`page.html${hashOf({ view: 'captures', id: capture.id })}`}
        aria-current={isCurrent ? 'true' : undefined}
        data-tone={tone}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onChoose(capture.id);
        }}
      >
        <Icon name={tone} />
        <b class="cut">
          <bdi>{title}</bdi>
        </b>
        <time datetime={machineTime(capture.capturedAt)}>{clockTime(capture.capturedAt, now, 'minutes')}</time>
        <small class="cut">
          {state} {code && <code>{code}</code>}
        </small>
      </a>
    </li>
  );
}
