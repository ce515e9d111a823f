import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { manifestFor } from '../../../../build.mjs';
import { judgeContent } from '../../../../tools/release/judges/judge-content.mjs';

const source = { version: '0.1.0', ...JSON.parse(readFileSync('manifest.json', 'utf8')) };
const judge = (files: Record<string, string>, manifest: object = manifestFor(source, 'chromium')) =>
  judgeContent({
    file: 'a.zip',
    entries: Object.entries({ 'manifest.json': JSON.stringify(manifest), ...files }).map(([name, text]) => ({
      name,
      text,
    })),
  });

test('code with words about consoles and environments passes', () => {
  expect(judge({ 'popup.js': 'const s="console.aws.amazon.com process.env.TOKEN"' }).result).toBe('pass');
});

test.each([
  ['popup.js', 'debugger;', 'a debugger statement'],
  ['popup.js', 'x\n//# sourceMappingURL=popup.js.map', 'a source map'],
  ['popup.js', 'if(process.env.NODE_ENV!=="production")x()', 'a debug flag'],
  ['popup.js', 'import"preact/debug"', 'a debug flag'],
  ['popup.js', 'e.innerHTML=v.__html', 'HTML made from text'],
  ['popup.js', 'new Function("x")', 'eval'],
  ['managed-schema.json', '"<all_urls>"', '<all_urls>'],
  ['popup.js.map', '{}', 'does not belong there'],
  ['src/popup.tsx', '', 'does not belong there'],
  ['.DS_Store', '', 'does not belong there'],
])('%s with %j fails', (name, text, said) => {
  const verdict = judge({ [name]: text });
  expect(verdict.result).toBe('fail');
  expect(verdict.said).toContain(name);
  expect(verdict.said).toContain(said);
});

test('a comparison with innerHTML makes no HTML', () => {
  expect(judge({ 'popup.js': 'a==e.innerHTML||e.innerHTML===b' }).result).toBe('pass');
});

test('a variant for automated runs fails', () => {
  expect(judge({}, manifestFor(source, 'chromium', true)).said).toMatch(
    /a variant for automated runs.*host_permissions/,
  );
});

test.each(['key', 'update_url', 'content_scripts'])('a manifest with %s fails', (member) => {
  expect(judge({}, { ...manifestFor(source, 'chromium'), [member]: [] }).said).toBe(`manifest.json: ${member}`);
});

test('a manifest without a version fails', () => {
  expect(judge({}, { name: 'Claimcheck' }).said).toBe('manifest.json: no version');
});
