import type { Capture, Profile } from '../../src/protocol/records.ts';
import { useNow } from '../parts/host-context.ts';
import { Icon } from '../parts/icon.tsx';
import { Text } from '../parts/text.tsx';
import { type CaptureGroup, captureLine, groupByProfile } from '../state/capture/capture-line.ts';
import { hashOf } from '../state/route.ts';
import { clockTime, machineTime } from '../state/time-words.ts';

type Props = {
  captures: readonly Capture[];
  /** Captures of private windows: below all others, never among them. */
  apart: readonly Capture[];
  profiles: readonly Profile[];
  current: string | undefined;
};

/** Every capture, newest first, by profile. */
export function CaptureList({ captures, apart, profiles, current }: Props) {
  const now = useNow([]);
  return (
    <div class="list">
      <nav class="captures" aria-label="Captures">
        {groupByProfile(captures, profiles).map((group) => (
          <Group key={group.id} group={group} level={3} now={now} current={current} />
        ))}
        {apart.length > 0 && (
          <section class="ruled" aria-label="Private windows">
            <Heading level={3} name="Private windows" count={apart.length} />
            {groupByProfile(apart, profiles).map((group) => (
              <Group key={group.id} group={group} level={4} now={now} current={current} />
            ))}
          </section>
        )}
      </nav>
    </div>
  );
}

type GroupProps = { group: CaptureGroup; level: 3 | 4; now: number; current: string | undefined };

function Group({ group: { name, profile, captures, framed }, level, now, current }: GroupProps) {
  const lines = (own: Capture[]) => (
    <ul>
      {own.map((capture) => (
        <Line key={capture.id} capture={capture} profile={profile} now={now} isCurrent={capture.id === current} />
      ))}
    </ul>
  );
  return (
    <section aria-label={level === 3 ? name : `${name}, private windows`}>
      <Heading level={level} name={name} count={captures.length} />
      {captures.length > 0 && lines(captures)}
      {framed.length > 0 && (
        <>
          <Heading level={level === 3 ? 4 : 5} name="In a frame" count={framed.length} />
          {lines(framed)}
        </>
      )}
    </section>
  );
}

function Heading({ level, name, count }: { level: 3 | 4 | 5; name: string; count: number }) {
  const Title = `h${level}` as const;
  return (
    <Title>
      <Text>{name}</Text>
      {count > 0 && <span>{count}</span>}
    </Title>
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
