/** Where a value stands in a JSON text: names of members and, in arrays, positions counted from 0. */
export type JsonPath = (string | number)[];

export type JsonScan = {
  /** How deep objects and arrays are nested: 1 for `{}`. */
  depth: number;
  /** The first name that stands twice in one object, with the position of its second place counted from 0. */
  duplicate?: { path: JsonPath; at: number };
  /** The numbers that are members of the outermost object, as they are written. */
  numbers: [name: string, text: string][];
};

/**
 * What JSON.parse does not tell of a text that it reads: names are compared as they decode, so that `"\u0061lg"` is
 * `"alg"` (RFC 8259 section 8.3). One pass without recursion, whatever the nesting. Never throws.
 */
export function scanJson(text: string): JsonScan {
  const scan: JsonScan = { depth: 0, numbers: [] };
  // Of each open object the name read last, of each open array the position.
  const path: JsonPath = [];
  const names: (Set<string> | undefined)[] = [];
  let isName = false;
  for (let at = 0; at < text.length; at += 1) {
    const top = path.length - 1;
    switch (text.charCodeAt(at)) {
      case 0x7b: // {
      case 0x5b: // [
        isName = text.charCodeAt(at) === 0x7b;
        path.push(isName ? '' : 0);
        names.push(undefined);
        scan.depth = Math.max(scan.depth, path.length);
        break;
      case 0x7d: // }
      case 0x5d: // ]
        isName = false;
        path.pop();
        names.pop();
        break;
      case 0x2c: {
        const place = path[top];
        isName = typeof place === 'string';
        if (typeof place === 'number') path[top] = place + 1;
        break;
      }
      case 0x22: {
        const end = endOfString(text, at);
        if (isName) {
          const name = decodeString(text.slice(at, end));
          path[top] = name;
          names[top] ??= new Set();
          if (names[top].has(name)) scan.duplicate ??= { path: [...path], at };
          names[top].add(name);
        }
        isName = false;
        at = end - 1;
        break;
      }
      default: {
        const code = text.charCodeAt(at);
        const name = path[0];
        if (!(isDigit(code) || code === 0x2d) || path.length !== 1 || typeof name !== 'string') break;
        const end = endOfNumber(text, at);
        scan.numbers.push([name, text.slice(at, end)]);
        at = end - 1;
      }
    }
  }
  return scan;
}

/**
 * The first name that stands twice in one object of a text, of which `value` is what JSON.parse made. JSON.stringify
 * writes each name once, so a text that it writes again to the letter needs no scan: most tokens are such a text.
 */
export function findDuplicate(text: string, value: unknown): JsonScan['duplicate'] {
  return isFlat(text) && isAsWritten(text, value) ? undefined : scanJson(text).duplicate;
}

/** JSON.stringify looks for circles: at each level it compares all above, so that its time grows with the square of the depth. */
const mostOpenings = 1000;

/** Whether a text cannot be nested deep, as few brackets open in it. */
function isFlat(text: string): boolean {
  let openings = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1)) {
      openings += 1;
      if (openings > mostOpenings) return false;
    }
  }
  return true;
}

function isAsWritten(text: string, value: unknown): boolean {
  try {
    return JSON.stringify(value) === text;
  } catch {
    return false; // nested deeper than it can follow
  }
}

/** The position after the closing quote of the string that opens at `from`. */
function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return text.length;
}

function decodeString(quoted: string): string {
  const text = quoted.slice(1, -1);
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, hex: string | undefined, escaped: string) =>
    hex === undefined ? (controls.get(escaped) ?? escaped) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** RFC 8259 section 7: all others that may follow a backslash stand for themselves. */
const controls = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function endOfNumber(text: string, from: number): number {
  let end = from + 1;
  while (isDigit(text.charCodeAt(end)) || isNumberSign(text.charAt(end))) end += 1;
  return end;
}

function isNumberSign(character: string): boolean {
  return character === '.' || character === 'e' || character === 'E' || character === '+' || character === '-';
}
