import { decodeBase64url } from '../../../src/protocol/base64url.ts';
import { isCut } from '../../../src/protocol/imported.ts';
import type { DecodedToken } from '../../../src/protocol/token.ts';
import { safeText } from '../safe-text.ts';
import { headerWords, payloadWords } from './token-words.ts';

export type RawPart = {
  part: '1' | '2' | '3';
  title: string;
  words: string;
  text: string;
  /** What stands before it in the token; a dot unless told otherwise. */
  joint?: '~';
  /** What makes the token usable: hidden until it is asked for, under this name. */
  isSecret?: true;
  what?: string;
};

/** More characters than this of one part are not put on the page; copying gives all of it. */
const longest = 20_000;

/** The parts of a raw token with their names. An opaque one has one part, of which only the length is shown. */
export function rawParts(token: string, decoded: DecodedToken): RawPart[] {
  if (decoded.kind === 'opaque') {
    const words = `${decoded.length.toLocaleString('en')} characters, hidden: they are all it takes to use it`;
    return [{ part: '2', title: 'One part', words, text: '' }];
  }
  const [header = '', ...rest] = token.split('.');
  const { alg, kid, enc } = headerWords(decoded.header);
  const first: RawPart = {
    part: '1',
    title: 'Header',
    words: [alg, enc, kid && `key ${kid}`].filter(Boolean).join(', '),
    text: cap(header),
  };
  if (decoded.kind === 'encrypted') {
    const text = cap(rest.join('.'));
    return [
      first,
      { part: '3', title: 'Encrypted', words: 'four parts, hidden', text, isSecret: true, what: 'the rest' },
    ];
  }
  const [payload = '', ...last] = rest;
  const [signature = '', ...disclosed] = last.join('.').split('~');
  const bytes = isCut(token) ? 0 : decodeBase64url(signature).bytes.length;
  const words = isCut(token)
    ? 'cut when it was exported'
    : bytes === 0
      ? 'none'
      : `${bytes} bytes, hidden: no API takes the token without it`;
  return [
    first,
    { part: '2', title: 'Payload', words: payloadWords(decoded), text: cap(payload) },
    {
      part: '3',
      title: 'Signature',
      words,
      text: cap(signature),
      ...(bytes > 0 && { isSecret: true, what: 'signature' }),
    },
    ...disclosures(decoded, disclosed),
  ];
}

/** What follows the signature of an SD-JWT: it says nothing without it. */
function disclosures(decoded: DecodedToken & { kind: 'signed' }, segments: string[]): RawPart[] {
  if (!decoded.sdJwt) return [];
  const count = decoded.sdJwt.disclosures.length;
  const words = `${count} ${count === 1 ? 'claim' : 'claims'}${decoded.sdJwt.hasKeyBinding ? ' and a proof' : ''}`;
  return [{ part: '2', title: 'Disclosed', words, joint: '~', text: cap(segments.join('~')) }];
}

function cap(text: string): string {
  return safeText(text.length > longest ? `${text.slice(0, longest)}…` : text);
}
