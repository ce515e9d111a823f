/** The members of a JSON object, `no_json` for another text and `no_object` for another value. Never throws. */
export function parseMembers(text: string): ReadonlyMap<string, unknown> | 'no_json' | 'no_object' {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? new Map(Object.entries(value))
      : 'no_object';
  } catch {
    return 'no_json';
  }
}
