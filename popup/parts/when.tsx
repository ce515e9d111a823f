import { clockTime, machineTime, relativeTime } from '../state/time-words.ts';

/** "14:02:16, 3 min ago"; `brief` leaves the clock out where room is short. */
export function When({ at, now, brief = false }: { at: number; now: number; brief?: boolean }) {
  const clock = clockTime(at, now);
  return brief ? (
    <time class="when" datetime={machineTime(at)} title={clock}>
      {relativeTime(at, now)}
    </time>
  ) : (
    <span class="when">
      <time datetime={machineTime(at)}>{clock}</time>, {relativeTime(at, now)}
    </span>
  );
}
