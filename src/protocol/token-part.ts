import { type Base64Problem, decodeBase64url } from './base64url.ts';
import { type JsonPath, type JsonScan, scanJson } from './json-scan.ts';

/**
 * What is wrong with a part of a token. `at` is the position counted from 0: of a character in the part, or in the text
 * that it decodes to where that is JSON (`duplicate_member`), or of a byte in what it decodes to (`not_utf8`).
 */
export type TokenProblem = { part: 'header' | 'payload' | 'signature'; at?: number } & (
  | { id: Base64Problem['id'] | 'not_utf8' | 'byte_order_mark' | 'not_json' | 'not_object' | 'empty' | 'too_deep' }
  /** `name`: the member, and the way to it where it is nested. */
  | { id: 'duplicate_member'; name: string }
);

export type Member = [name: string, value: unknown];

export type TokenPart = {
  members: Member[];
  problems: TokenProblem[];
  text: string;
  /** What the text says as JSON; undefined when it is none. */
  value: unknown;
  isObject: boolean;
  /** The numbers among the members, as they are written. */
  numbers: JsonScan['numbers'];
};

/** What is nested deeper than this may overflow a walk over it. */
const deepest = 64;

const nothing: TokenPart = { members: [], problems: [], text: '', value: undefined, isObject: false, numbers: [] };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const anything = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads the header or the payload of a token as far as it can be read. Never throws. */
export function readPart(part: string, name: 'header' | 'payload'): TokenPart {
  if (part === '') {
    return { ...nothing, problems: [{ part: name, id: 'empty' }] };
  }
  const { bytes, problems: faults } = decodeBase64url(part);
  const problems: TokenProblem[] = faults.map((fault) => ({ part: name, ...fault }));
  const { text, wrongByte } = decodeText(bytes);
  if (wrongByte !== undefined) problems.push({ part: name, id: 'not_utf8', at: wrongByte });
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (bare !== text) problems.push({ part: name, id: 'byte_order_mark', at: 0 });
  const value = parseJson(bare);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) {
    problems.push({ part: name, id: value === undefined ? 'not_json' : 'not_object' });
    return { ...nothing, problems, text, value };
  }
  const { depth, duplicate, numbers } = scanJson(bare);
  if (duplicate) {
    problems.push({ part: name, id: 'duplicate_member', at: duplicate.at, name: pathText(duplicate.path) });
  }
  if (depth > deepest) problems.push({ part: name, id: 'too_deep' });
  return { members: Object.entries(value), problems, text, value, isObject, numbers };
}

/** Reads the signature, of which only the form can be wrong. */
export function signatureProblems(part: string): TokenProblem[] {
  if (part === '') return [{ part: 'signature', id: 'empty' }];
  return decodeBase64url(part).problems.map((fault) => ({ part: 'signature', ...fault }));
}

function decodeText(bytes: Uint8Array<ArrayBuffer>): { text: string; wrongByte?: number } {
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    const text = anything.decode(bytes);
    // What was replaced is written back as other bytes than were there.
    const again = new TextEncoder().encode(text);
    const wrongByte = bytes.findIndex((byte, at) => byte !== again[at]);
    return { text, wrongByte: wrongByte === -1 ? bytes.length - 1 : wrongByte };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `sub`, or `address.country` for a nested member; the outer end of a long way is left out. */
function pathText(path: JsonPath): string {
  if (path.length === 1) return shorten(String(path[0])) || '""';
  const steps = path.slice(-4).map((step, index) => {
    if (typeof step === 'number') return `[${step}]`;
    const isPlain = /^\w+$/.test(step);
    return isPlain ? `${index === 0 ? '' : '.'}${shorten(step)}` : `[${JSON.stringify(shorten(step))}]`;
  });
  return `${path.length > 4 ? '…' : ''}${steps.join('')}`;
}

function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
