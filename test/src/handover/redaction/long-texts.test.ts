import { expect, test } from 'vitest';
import { exportRedacted } from '../../../../src/handover/export-file.ts';
import { exportMarkdown } from '../../../../src/handover/export-markdown.ts';
import { capture, now } from '../../../support/records.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64url');

function encodedOften(): string {
  let text = 'x'.repeat(1000);
  while (text.length < 200_000) text = base64(text);
  return text;
}

// anybody may send somebody to a callback with such a text in place of a token: each once took minutes
test.each([
  ['one word after a dot', `.${'a'.repeat(200_000)}`],
  ['beginnings of tokens', `${'eyJ'.repeat(70_000)}.a.b`],
  ['beginnings of headers', `${base64('{"a":'.repeat(30_000))}.a.b`],
  ['percent signs', '%'.repeat(200_000)],
  ['encoded often', encodedOften()],
  ['a percent sign encoded often', `%${'25'.repeat(100_000)}41`],
  ['names without end', '"a":'.repeat(50_000)],
  ['white space', `"a"${' '.repeat(200_000)}"b"`],
  ['parameters', 'a='.repeat(100_000)],
  ['disclosures', `eyJhbGciOiJub25lIn0.e30.${'~a'.repeat(100_000)}`],
  ['dots', 'eyJh.'.repeat(40_000)],
  ['slashes', './'.repeat(100_000)],
  ['backslashes', '\\'.repeat(200_000)],
  ['quotes', '"'.repeat(200_000)],
])('%s come to an end', { timeout: 60_000 }, async (_, text) => {
  const held = capture({ tokens: { access_token: text }, events: [{ at: now, kind: 'note', detail: text }] });
  const { content } = await exportRedacted([held], [], { masked: new Set(['sub']), at: now });
  expect(exportMarkdown(content)).not.toContain(text.slice(0, 1000));
});
