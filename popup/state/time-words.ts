const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A stretch of time in words, cut off, never rounded up: seconds under 90 s, minutes under 90 min. */
export function stretch(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  if (length < 90 * second) return `${Math.floor(length / second)} s`;
  if (length < 90 * minute) return `${Math.floor(length / minute)} min`;
  if (length < 36 * hour) return `${Math.floor(length / hour)} h`;
  const days = Math.floor(length / day);
  return days === 1 ? '1 day' : `${days} days`;
}

/** "3 min ago", "in 57 min" or "just now"; nothing for a moment that no calendar has. */
export function relativeTime(at: number, now: number): string {
  if (!isShowable(at)) return '';
  if (at > now) return `in ${stretch(at - now)}`;
  return now - at < 5 * second ? 'just now' : `${stretch(now - at)} ago`;
}

/** The clock on this person's wall, with the date in front only when it is not today: "14:02:16". */
export function clockTime(at: number, now: number, style: 'seconds' | 'minutes' = 'seconds'): string {
  if (!isShowable(at)) return 'outside the calendar';
  const time = style === 'seconds' ? clock.format(at) : clockMinutes.format(at);
  if (dayOf(at) === dayOf(now)) return time;
  return new Date(at).getFullYear() === new Date(now).getFullYear()
    ? `${shortDate.format(at)}, ${time}`
    : `${longDate.format(at)}, ${time}`;
}

/** "2026-11-23 19:02:16 UTC" */
export function utcTime(at: number): string {
  return isShowable(at) ? `${new Date(at).toISOString().slice(0, -5).replace('T', ' ')} UTC` : 'outside the calendar';
}

/** What `<time datetime>` takes, or undefined for a moment that no calendar has. */
export function machineTime(at: number): string | undefined {
  return isShowable(at) ? new Date(at).toISOString() : undefined;
}

/**
 * How long the words about these moments stay true, in milliseconds: one second while one of them is less than 90 s
 * away, else until the next full minute of the nearest one.
 */
export function nextTick(moments: readonly number[], now: number): number {
  const isNear = moments.some((at) => Math.abs(at - now) < 91 * second);
  return isNear ? second - (now % second) : minute - (now % minute);
}

const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const clockMinutes = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const shortDate = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const longDate = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

function dayOf(at: number): string {
  return new Date(at).toDateString();
}

/** Dates reach 8.64e15 ms to either side of 1970 (ECMAScript, Time Values). */
function isShowable(at: number): boolean {
  return Math.abs(at) <= 8.64e15;
}
