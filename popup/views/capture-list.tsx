import type { Capture, Profile } from '../../src/protocol/records.ts';
import { useNow } from '../parts/host-context.ts';
import { Icon } from '../parts/icon.tsx';
import { Text } from '../parts/text.tsx';
import { captureLine, groupByProfile } from '../state/capture-line.ts';
import { hashOf } from '../state/route.ts';
import { clockTime, machineTime } from '../state/time-words.ts';

type Props = { captures: readonly Capture[]; profiles: readonly Profile[]; current: string | undefined };

/** Every capture, newest first, by profile. */
export function CaptureList({ captures, profiles, current }: Props) {
  const now = useNow([]);
  return (
    <div class="list">
      <nav class="captures" aria-label="Captures">
        {groupByProfile(captures, profiles).map(({ profile, name, captures: own }) => (
          <section key={own[0]?.profileId} aria-label={name}>
            <h3>
              <Text>{name}</Text>
              <span>{own.length}</span>
            </h3>
            <ul>
              {own.map((capture) => (
                <Line
                  key={capture.id}
                  capture={capture}
                  profile={profile}
                  now={now}
                  isCurrent={capture.id === current}
                />
              ))}
            </ul>
          </section>
        ))}
      </nav>
    </div>
  );
}

type LineProps = { capture: Capture; profile: Profile | undefined; now: number; isCurrent: boolean };

function Line({ capture, profile, now, isCurrent }: LineProps) {
  const { title, tone, state, code } = captureLine(capture, profile, now);
  return (
    <li>
      <a
        href={hashOf({ view: 'captures', id: capture.id })}
        aria-current={isCurrent ? 'true' : undefined}
        data-tone={tone}
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
