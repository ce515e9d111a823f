const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How far two moments are apart, from seconds: "3 d 4 h 48 min". Cut off, never rounded up: days from 36 h on, seconds
 * under 90 min.
 */
export function distanceText(seconds: number): string {
  const length = Math.abs(seconds);
  if (length < 90) return `${Math.floor(length)} s`;
  if (length < 90 * minute) return joined([Math.floor(length / minute), 'min'], [Math.floor(length % minute), 's']);
  const days = length < 36 * hour ? 0 : Math.floor(length / day);
  const rest = length - days * day;
  return joined([days, 'd'], [Math.floor(rest / hour), 'h'], [Math.floor((rest % hour) / minute), 'min']);
}

/** The same with its direction: "+30 min", "−2 h". */
export function deltaText(seconds: number): string {
  return `${seconds < 0 ? '−' : '+'}${distanceText(seconds)}`;
}

function joined(...parts: [number: number, unit: string][]): string {
  const some = parts.filter(([number]) => number > 0);
  return some.map(([number, unit]) => `${number} ${unit}`).join(' ');
}
