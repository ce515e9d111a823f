/** What is wrong with a base64url text (RFC 7515 section 2), with the position counted from 0. */
export type Base64Problem = {
  id: 'white_space' | 'padding' | 'standard_alphabet' | 'illegal_character' | 'length' | 'not_canonical';
  at: number;
};

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Map([...alphabet].map((character, value) => [character, value]));

/** Decodes as much as can be read and says what a strict reader would refuse. Never throws. */
export function decodeBase64url(text: string): { bytes: Uint8Array<ArrayBuffer>; problems: Base64Problem[] } {
  const problems = new Map<Base64Problem['id'], Base64Problem>();
  const note = (id: Base64Problem['id'], at: number) => {
    if (!problems.has(id)) problems.set(id, { id, at });
  };
  const sextets: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const value = values.get(character) ?? (character === '+' ? 62 : character === '/' ? 63 : undefined);
    if (value !== undefined) sextets.push(value);
    if (character === '+' || character === '/') note('standard_alphabet', at);
    else if (character === '=') note('padding', at);
    else if (/\s/.test(character)) note('white_space', at);
    else if (value === undefined) note('illegal_character', at);
  }
  const spare = sextets.length % 4;
  if (spare === 1) note('length', text.length);
  const last = sextets.at(-1) ?? 0;
  if ((spare === 2 && (last & 15) !== 0) || (spare === 3 && (last & 3) !== 0)) note('not_canonical', text.length - 1);
  return { bytes: join(sextets), problems: [...problems.values()] };
}

export function encodeBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const characters = Math.min(bytes.length - at, 3) + 1;
    for (let index = 0; index < characters; index += 1) text += alphabet.charAt((group >> (18 - 6 * index)) & 63);
  }
  return text;
}

function join(sextets: number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((sextets.length * 6) / 8));
  for (let at = 0, bit = 0; at < bytes.length; at += 1, bit += 8) {
    const first = Math.floor(bit / 6);
    const pair = ((sextets[first] ?? 0) << 6) | (sextets[first + 1] ?? 0);
    bytes[at] = (pair >> (4 - (bit % 6))) & 255;
  }
  return bytes;
}
