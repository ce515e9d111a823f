import { decoded } from './redact-text.ts';
import { partText } from './redact-tokens.ts';

/** A stretch of a text that says something else once it is decoded. */
export type Encoded = { start: number; end: number; within: string };

const word = /[^\s"'<>&]+/g;
/** Eight characters take eleven. */
const base64 = /[A-Za-z0-9+/_-]{11,}={0,2}/g;

/** The stretches of a text that are percent-encoded, or text in base64. */
export function findEncoded(text: string): Encoded[] {
  const percent = text.includes('%') ? stretches(text, word, decoded) : [];
  return [...percent, ...stretches(text, base64, printable)];
}

function stretches(text: string, form: RegExp, decode: (stretch: string) => string | undefined): Encoded[] {
  return [...text.matchAll(form)].flatMap(({ 0: stretch, index }) => {
    const within = decode(stretch);
    if (within === undefined || within === stretch) return [];
    return [{ start: index, end: index + stretch.length, within }];
  });
}

/** Chance makes bytes that are no text. */
function printable(stretch: string): string | undefined {
  const text = partText(stretch);
  return text !== undefined && text.length >= 8 && !/[\p{Cc}\p{Cn}]/u.test(text.replace(/\s/g, '')) ? text : undefined;
}
