import { parseObject } from '../../../src/protocol/json-strings.ts';
import { parameterNames } from '../../../src/protocol/parameter-names.ts';
import { type Capture, isFromErrorPage } from '../../../src/protocol/records.ts';
import { safeText } from '../safe-text.ts';
import { isClientOwn } from '../token/client-own.ts';

export type AnswerRow = {
  /** Safe to show, as is `text`. */
  name: string;
  /** The value, or `words` in its place where it is not shown. */
  text?: string;
  words?: string;
  /** No specification in the table below has a parameter of this name. */
  isUnknown: boolean;
};

/** More characters and more parameters than these are not put on the page. */
const longest = 4000;
const mostRows = 500;

export type AnswerRows = { rows: AnswerRow[]; count: number; more: number; unknown: number };

/** Every parameter of an answer in its order. A token is never among the values, nor is one that came twice. */
export function answerRows(capture: Capture): AnswerRows {
  const params = isClientOwn(capture) ? membersOf(capture) : capture.params;
  // the provider's own page has parameters of its own
  const isUnknown = (name: string) => !parameterNames.has(name) && !isFromErrorPage(capture);
  const rows = params.slice(0, mostRows).map(([name, value]) => ({
    name: cap(name, 200),
    ...shownValue(name, value, capture),
    isUnknown: isUnknown(name),
  }));
  const { length: count } = params;
  return { rows, count, more: count - rows.length, unknown: params.filter(([name]) => isUnknown(name)).length };
}

/** The members of the token answer of a client that asked for itself: no answer came through the browser. */
function membersOf({ tokenAnswer }: Capture): [name: string, value: string][] {
  const members = parseObject(tokenAnswer?.body ?? '') ?? [];
  return [...members].map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    // of a token that was empty a blank is kept
    return [name, secrets.has(name) ? text.trim() : text];
  });
}

const secrets = new Set(['id_token', 'access_token', 'refresh_token']);

function shownValue(name: string, value: string, { tokens, error }: Capture): Pick<AnswerRow, 'text' | 'words'> {
  if (value === '' && Object.hasOwn(tokens, name)) {
    return { words: error ? 'a token, not shown' : 'in the tab above' };
  }
  if (value === '') return { words: 'empty' };
  if (!secrets.has(name)) return { text: cap(value, longest) };
  return { words: `${value.length.toLocaleString('en')} characters, not taken: it came more than once` };
}

function cap(text: string, length: number): string {
  return safeText(text.length > length ? `${text.slice(0, length)}…` : text);
}
