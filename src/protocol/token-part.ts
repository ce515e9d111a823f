import { type Base64Problem, lendBase64url } from './base64url.ts';
import { findDuplicate, type JsonPath, type JsonScan, scanJson } from './json-scan.ts';

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

export type StrictPart = Pick<TokenPart, 'problems' | 'value' | 'isObject'> & { members: Map<string, unknown> };

/** What is nested deeper than this may overflow a walk over it. */
const deepest = 64;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const anything = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads the header or the payload of a token as far as it can be read, for display. Never throws. */
export function readPart(part: string, name: 'header' | 'payload'): TokenPart {
  const { problems, text, json, value, object } = readObject(part, name);
  if (!object) return { members: [], problems, text, value, isObject: false, numbers: [] };
  const { depth, duplicate, numbers } = scanJson(json);
  if (duplicate) problems.push(duplicateProblem(name, duplicate));
  if (depth > deepest) problems.push({ part: name, id: 'too_deep' });
  return { members: Object.entries(object), problems, text, value, isObject: true, numbers };
}

/** The same for a strict reader, which minds neither depth nor how numbers are written. Never throws. */
export function readStrictPart(part: string, name: 'header' | 'payload'): StrictPart {
  const { problems, json, value, object } = readObject(part, name);
  const members = new Map<string, unknown>();
  if (!object) return { members, problems, value, isObject: false };
  const duplicate = findDuplicate(json, value);
  if (duplicate) problems.push(duplicateProblem(name, duplicate));
  for (const member of Object.keys(object)) members.set(member, object[member]);
  return { members, problems, value, isObject: true };
}

/** `json`: the text that was parsed, which is without a byte order mark. `object`: the value where it is one. */
function readObject(part: string, name: 'header' | 'payload') {
  const problems: TokenProblem[] = [];
  if (part === '') {
    problems.push({ part: name, id: 'empty' });
    return { problems, text: '', json: '', value: undefined };
  }
  const { bytes, problems: faults } = lendBase64url(part);
  for (const fault of faults) problems.push({ part: name, ...fault });
  const { text, wrongByte } = decodeText(bytes);
  if (wrongByte !== undefined) problems.push({ part: name, id: 'not_utf8', at: wrongByte });
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (json !== text) problems.push({ part: name, id: 'byte_order_mark', at: 0 });
  const value = parseJson(json);
  if (isObject(value)) return { problems, text, json, value, object: value };
  problems.push({ part: name, id: value === undefined ? 'not_json' : 'not_object' });
  return { problems, text, json, value };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function duplicateProblem(part: 'header' | 'payload', { path, at }: NonNullable<JsonScan['duplicate']>): TokenProblem {
  return { part, id: 'duplicate_member', at, name: pathText(path) };
}

/** Reads the signature, of which only the form can be wrong. */
export function signatureProblems(part: string): TokenProblem[] {
  if (part === '') return [{ part: 'signature', id: 'empty' }];
  return lendBase64url(part).problems.map((fault) => ({ part: 'signature', ...fault }));
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
