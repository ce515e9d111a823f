import { WrittenNumber } from './exact-json.ts';

/** What JSON calls a value (RFC 8259 section 3). */
export type ValueType = 'text' | 'number' | 'truth' | 'list' | 'object' | 'null';

export function valueType(value: unknown): ValueType {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'truth';
  if (typeof value === 'number' || value instanceof WrittenNumber) return 'number';
  return Array.isArray(value) ? 'list' : 'object';
}

/** Whether two values are the same JSON, whatever the order of members. It follows any nesting. */
export function isSameValue(one: unknown, other: unknown): boolean {
  const open: [unknown, unknown][] = [[one, other]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (a instanceof WrittenNumber && b instanceof WrittenNumber && a.text === b.text) continue;
    if (!hasMembers(a) || !hasMembers(b) || Array.isArray(a) !== Array.isArray(b)) return false;
    const names = Object.keys(a);
    if (names.length !== Object.keys(b).length) return false;
    for (const name of names) {
      if (!Object.hasOwn(b, name)) return false;
      open.push([a[name], b[name]]);
    }
  }
  return true;
}

/** An object or a list that is not a number as it is written. */
export function hasMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !(value instanceof WrittenNumber);
}

/** A value as text: strings bare, all else as JSON with numbers as they are written. Never throws. */
export function exactText(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return write(value);
  } catch {
    return 'nested too deeply to be shown';
  }
}

function write(value: unknown): string {
  if (value instanceof WrittenNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (!hasMembers(value)) return JSON.stringify(value) ?? String(value);
  const members = Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}:${write(inner)}`);
  return `{${members.join(',')}}`;
}
