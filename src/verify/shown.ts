/** A value of a token as a verdict shows it where a text was wanted: the text, or what kind of thing stands there. */
export function shown(value: unknown): string {
  if (value === undefined) return 'none';
  if (value === '') return 'an empty text';
  return typeof value === 'string' ? value : `${kindOf(value)}, not text`;
}

/** What kind of JSON value this is, in words. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : 'a number too large to read';
  return typeof value === 'boolean' ? `${value}` : 'an object';
}

/** A moment in seconds since 1970 as UTC, or the bare number where no calendar reaches it. */
export function utc(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString().replace('.000Z', 'Z');
}
