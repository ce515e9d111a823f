import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asText } from '../../../tools/release/without-inner-html.mjs';

const preact = readFileSync('node_modules/preact/dist/preact.mjs', 'utf8');

test('Preact as it is installed can make HTML from text, and afterwards it cannot', () => {
  expect(preact).toMatch(/\.innerHTML=/);
  expect(asText(preact)).not.toMatch(/\.innerHTML=(?!=)/);
});

test('nothing else of it changes', () => {
  expect(asText(preact).length - preact.length).toBe('textContent'.length - 'innerHTML'.length);
});

test('a Preact that does it in another way, or twice, fails the build', () => {
  expect(() => asText('t.insertAdjacentHTML("beforeend",h)')).toThrow(/0 times/);
  expect(() => asText('t.innerHTML=h.__html;u.innerHTML=v.__html')).toThrow(/2 times/);
});
