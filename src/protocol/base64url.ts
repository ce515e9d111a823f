/** What is wrong with a base64url text (RFC 7515 section 2), with the position counted from 0. */
export type Base64Problem = {
  id: 'white_space' | 'padding' | 'standard_alphabet' | 'illegal_character' | 'length' | 'not_canonical';
  at: number;
};

type Bytes = Uint8Array<ArrayBuffer>;

/** What engines since 2025 have and TypeScript's es2024 does not know (ECMAScript 2026, Uint8Array to and from base64). */
type ByEngine = {
  setFromBase64?: (text: string, options: { alphabet: 'base64url' }) => { written: number };
  toBase64?: (options: { alphabet: 'base64url'; omitPadding: true }) => string;
};

/** Where the engine decodes to: memory of its own for each part of a token would take longer than the decoding does. */
const lent: Bytes & ByEngine = new Uint8Array(16_384);

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const unknown = 255;
const values = new Uint8Array(256).fill(unknown);
for (let value = 0; value < alphabet.length; value += 1) values[alphabet.charCodeAt(value)] = value;

/** Decodes as much as can be read and says what a strict reader would refuse. Never throws. */
export function decodeBase64url(text: string): { bytes: Bytes; problems: Base64Problem[] } {
  const { bytes, problems } = lendBase64url(text);
  return { bytes: bytes.buffer === lent.buffer ? bytes.slice() : bytes, problems };
}

/** The same for who is done with the bytes at once: the next call may overwrite them. */
export function lendBase64url(text: string): { bytes: Bytes; problems: Base64Problem[] } {
  const bytes = decodeByEngine(text) ?? decodeFaultless(text);
  return bytes ? { bytes, problems: [] } : decodeFaulty(text);
}

export function encodeBase64url(bytes: Uint8Array & ByEngine): string {
  return bytes.toBase64?.(unpadded) ?? encode(bytes);
}

const inUrls = { alphabet: 'base64url' } as const;
const unpadded = { ...inUrls, omitPadding: true } as const;

function encode(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const characters = Math.min(bytes.length - at, 3) + 1;
    for (let index = 0; index < characters; index += 1) text += alphabet.charAt((group >> (18 - 6 * index)) & 63);
  }
  return text;
}

const encoder = new TextEncoder();

/**
 * The bytes of a short text without any fault, or undefined. The engine lets three faults through: white space and
 * padding, which show in that there are fewer bytes than the characters make, and unused bits that are not zero.
 */
function decodeByEngine(text: string): Bytes | undefined {
  const spare = text.length % 4;
  const count = (text.length * 3) >> 2;
  const last = sextetOf(text.charCodeAt(text.length - 1));
  if (!lent.setFromBase64 || count > lent.length || spare === 1 || hasSpareBits(spare, last)) return undefined;
  try {
    const { written } = lent.setFromBase64(text, inUrls);
    return written === count ? lent.subarray(0, count) : undefined;
  } catch {
    return undefined;
  }
}

/** The same of any text, four characters at a time. */
function decodeFaultless(text: string): Bytes | undefined {
  const spare = text.length % 4;
  if (spare === 1) return undefined;
  const codes = encoder.encode(text); // many times as fast to walk over as the text is
  if (codes.length !== text.length) return undefined;
  const bytes = new Uint8Array((codes.length * 3) >> 2);
  const whole = codes.length - spare;
  let to = 0;
  for (let at = 0; at < whole; at += 4) {
    const a = sextetOf(codes[at]);
    const b = sextetOf(codes[at + 1]);
    const c = sextetOf(codes[at + 2]);
    const d = sextetOf(codes[at + 3]);
    if ((a | b | c | d) > 63) return undefined;
    bytes[to] = (a << 2) | (b >> 4);
    bytes[to + 1] = (b << 4) | (c >> 2);
    bytes[to + 2] = (c << 6) | d;
    to += 3;
  }
  if (spare === 0) return bytes;
  const a = sextetOf(codes[whole]);
  const b = sextetOf(codes[whole + 1]);
  const c = spare === 3 ? sextetOf(codes[whole + 2]) : 0;
  if ((a | b | c) > 63 || hasSpareBits(spare, spare === 3 ? c : b)) return undefined;
  bytes[to] = (a << 2) | (b >> 4);
  if (spare === 3) bytes[to + 1] = (b << 4) | (c >> 2);
  return bytes;
}

function decodeFaulty(text: string): { bytes: Bytes; problems: Base64Problem[] } {
  const problems = new Map<Base64Problem['id'], Base64Problem>();
  const note = (id: Base64Problem['id'], at: number) => {
    if (!problems.has(id)) problems.set(id, { id, at });
  };
  const sextets = new Uint8Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const isStandard = character === '+' || character === '/';
    const value = isStandard ? (character === '+' ? 62 : 63) : sextetOf(text.charCodeAt(at));
    if (isStandard) note('standard_alphabet', at);
    else if (value === unknown) note(kindOf(character), at);
    if (value === unknown) continue;
    sextets[count] = value;
    count += 1;
  }
  // A character that is not known may stand for one or for none, so nothing can be said of the end.
  const spare = problems.has('illegal_character') ? 0 : count % 4;
  if (spare === 1) note('length', text.length);
  if (hasSpareBits(spare, sextets[count - 1] ?? 0)) note('not_canonical', text.length - 1);
  return { bytes: join(sextets.subarray(0, count)), problems: [...problems.values()] };
}

function sextetOf(code = unknown): number {
  return values[code] ?? unknown;
}

/** Whether the last character carries bits that belong to no byte and are not zero. */
function hasSpareBits(spare: number, last: number): boolean {
  return (spare === 2 && (last & 15) !== 0) || (spare === 3 && (last & 3) !== 0);
}

function kindOf(character: string): Base64Problem['id'] {
  if (character === '=') return 'padding';
  return /\s/.test(character) ? 'white_space' : 'illegal_character';
}

function join(sextets: Uint8Array): Bytes {
  const bytes = new Uint8Array((sextets.length * 3) >> 2);
  for (let at = 0; at < bytes.length; at += 1) {
    const bit = at * 8;
    const first = Math.floor(bit / 6);
    const pair = ((sextets[first] ?? 0) << 6) | (sextets[first + 1] ?? 0);
    bytes[at] = (pair >> (4 - (bit % 6))) & 255;
  }
  return bytes;
}
