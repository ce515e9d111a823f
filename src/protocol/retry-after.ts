/**
 * How long a server wants to be left alone (RFC 9110 section 10.2.3), in seconds: said as such, or as a date. `now` in
 * milliseconds. Undefined where nothing that can be read was said. Never throws.
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // a date of this header begins with the name of a day
  const moment = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? undefined : Math.max(0, Math.ceil((moment - now) / 1000));
}
