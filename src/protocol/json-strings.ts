/** The strings of a JSON text, and what parts one member of an object from the next. */
const piece = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;

/** The member that a string is the value of, or stands in the list of. `isOutermost`: it is of the outermost object, and no list. */
export type Member = { name: string; isOutermost: boolean };

/** An object or a list that has begun. `name`: that of the member being read, for a list the one that it is the value of. */
type Level = { isObject: boolean; isValue: boolean; name: string | undefined };

/**
 * A JSON text with its strings changed, names among them, and everything else to the letter. `member`: the one whose value
 * the string is, at whatever depth. The text must be one that JSON.parse reads.
 */
export function mapStrings(json: string, change: (text: string, member?: Member) => string): string {
  const levels: Level[] = [];
  return json.replace(piece, (text) => {
    const level = levels.at(-1);
    switch (text) {
      case '{':
      case '[':
        levels.push({ isObject: text === '{', isValue: text === '[', name: text === '[' ? level?.name : undefined });
        return text;
      case '}':
      case ']':
        levels.pop();
        return text;
      case ':':
      case ',':
        if (level?.isObject) level.isValue = text === ':';
        return text;
      default: {
        const value = String(JSON.parse(text));
        const changed = change(value, level && memberOf(level, levels.length));
        if (level?.isObject && !level.isValue) level.name = value;
        return changed === value ? text : JSON.stringify(changed);
      }
    }
  });
}

function memberOf({ isObject, isValue, name }: Level, depth: number): Member | undefined {
  return isValue && name !== undefined ? { name, isOutermost: isObject && depth === 1 } : undefined;
}

/** The members of a text that is a JSON object, or undefined. Never throws. */
export function parseObject(text: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}
