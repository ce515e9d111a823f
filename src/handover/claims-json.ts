import { decodeToken, hasReadableClaims } from '../protocol/token.ts';

/** The payload of a token as the provider wrote it, indented: numbers and names stay to the letter. Undefined without one. */
export function claimsJson(token: string): string | undefined {
  const decoded = decodeToken(token);
  if (decoded.kind !== 'signed' || !hasReadableClaims(decoded)) return undefined;
  return indentJson(decoded.payloadText.replace(/^\uFEFF/, ''));
}

/** Deeper than this nothing is indented further: the spaces alone would fill the memory. */
const deepest = 64;

/** Adds line breaks and spaces between the tokens of a JSON text without touching any of them. */
export function indentJson(json: string): string {
  const tokens = json.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  let depth = 0;
  let text = '';
  tokens.forEach((token, index) => {
    const isEmpty = /^[{[]$/.test(token) && /^[}\]]$/.test(tokens[index + 1] ?? '');
    const closesEmpty = /^[}\]]$/.test(token) && /^[{[]$/.test(tokens[index - 1] ?? '');
    if (/^[}\]]$/.test(token)) depth -= 1;
    const lineBreak = `\n${'  '.repeat(Math.min(Math.max(depth, 0), deepest))}`;
    if (/^[}\]]$/.test(token) && !closesEmpty) text += lineBreak;
    text += token === ':' ? ': ' : token;
    if (/^[{[]$/.test(token)) depth += 1;
    if ((/^[{[]$/.test(token) && !isEmpty) || token === ',')
      text += `\n${'  '.repeat(Math.min(Math.max(depth, 0), deepest))}`;
  });
  return text;
}
