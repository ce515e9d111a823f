import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutSecrets } from '../../../src/protocol/without-secrets.ts';

const secret = 'a "secret"/of this+client & more <0123456789>';

const written: [string, string][] = [
  ['bare', secret],
  ['percent-encoded', encodeURIComponent(secret)],
  ['as a form', new URLSearchParams({ s: secret }).toString()],
  ['in JSON', JSON.stringify({ error_description: `no ${secret}` })],
  ['in JSON with every slash escaped', JSON.stringify({ a: [secret] }).replaceAll('/', '\\/')],
  ['in JSON by numbers', `{"a":"${[...secret].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join('')}"}`],
  ['as a name in JSON', JSON.stringify({ [secret]: 1 })],
  ['in HTML', `<p>${secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}</p>`],
  ['in part', secret.slice(3, 30)],
  ['cut off', `code=${encodeURIComponent(secret).slice(0, 24)}`],
];

test.each(written)('a secret is taken out, %s', (_, text) => {
  const shown = withoutSecrets(text, [secret]);
  expect(shown).toContain('•••');
  const decoded = text.startsWith('{') ? JSON.stringify(JSON.parse(shown)) : shown;
  expect(decoded).not.toContain('secret');
});

test('nothing else is changed', () => {
  const text = '{"error":"invalid_client_secret", "n": 1e400}';
  expect(withoutSecrets(text, [secret])).toBe(text);
  expect(withoutSecrets(text, [])).toBe(text);
});

test('what anybody could guess is no secret: words of an error stay', () => {
  expect(withoutSecrets('invalid_client_secret', ['secret', 'client'])).toBe('invalid_client_secret');
});

test('no text holds a secret that was taken out of it, and JSON stays JSON', () => {
  const secrets = fc.array(fc.string({ minLength: 8, maxLength: 60 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(secrets, fc.string(), fc.string(), (all, before, after) => {
      for (const one of all) {
        expect(withoutSecrets(`${before}${one}${after}`, all)).not.toContain(one);
        const json = withoutSecrets(JSON.stringify({ before, one, list: [after, one] }), all);
        expect(json).not.toContain(one);
      }
    }),
  );
});
