/** The strings of a JSON text, and what parts one member of an object from the next. */
const piece = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;

/**
 * A JSON text with its strings changed, names among them, and everything else to the letter. `member`: the name of the
 * member of the outermost object whose value the string is. The text must be one that JSON.parse reads.
 */
export function mapStrings(json: string, change: (text: string, member?: string) => string): string {
  let depth = 0;
  let isInObject = false;
  let isValue = false;
  let name = '';
  return json.replace(piece, (text) => {
    switch (text) {
      case '{':
      case '[':
        depth += 1;
        if (depth === 1) isInObject = text === '{';
        return text;
      case '}':
      case ']':
        depth -= 1;
        return text;
      case ':':
      case ',':
        if (depth === 1) isValue = text === ':';
        return text;
      default: {
        const value = String(JSON.parse(text));
        const isOutermost = depth === 1 && isInObject;
        if (isOutermost && !isValue) name = value;
        const changed = isOutermost && isValue ? change(value, name) : change(value);
        return changed === value ? text : JSON.stringify(changed);
      }
    }
  });
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
