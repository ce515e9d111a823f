import { isRounded } from '../number-text.ts';

/** A number that is another one once it is read, as it is written: 12345678901234567890. */
export class WrittenNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** The strings of a JSON text, so that no digit in them is taken for a number, and its numbers. */
const piece = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/** So large are the numbers that stand in for written ones while a text is parsed. What came as large is written too. */
const large = 1e300;

/** Reads a JSON text as JSON.parse does, at every depth with the numbers that reading rounds as they are written. */
export function parseExactly(json: string): unknown {
  const texts: string[] = [];
  const marked = json.replace(piece, (text) => {
    if (text.startsWith('"') || (!isRounded(text) && Math.abs(Number(text)) < large)) return text;
    return `${texts.push(text)}e300`;
  });
  if (texts.length === 0) return JSON.parse(json);
  return JSON.parse(marked, (_name, value: unknown) => {
    if (typeof value !== 'number' || value < large) return value;
    return new WrittenNumber(texts[Math.round(value / large) - 1] ?? '');
  });
}
