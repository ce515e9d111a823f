import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimsJson, indentJson } from '../../../src/handover/claims-json.ts';
import { token } from '../../support/records.ts';

test('claims keep what JSON.parse would change', () => {
  const payload = '{"iss":"https:\\/\\/x","n":12345678901234567890,"n":1,"deep":[{"a":[]},{}]}';
  const raw = `${token({}).split('.')[0]}.${Buffer.from(payload).toString('base64url')}.c2ln`;
  expect(claimsJson(raw)).toBe(
    '{\n  "iss": "https:\\/\\/x",\n  "n": 12345678901234567890,\n  "n": 1,\n  "deep": [\n    {\n      "a": []\n    },\n    {}\n  ]\n}',
  );
});

test('any JSON is indented as JSON.stringify does it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

test('claims nested 20,000 deep can be copied', () => {
  const deep = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  expect(indentJson(deep).replace(/\s/g, '')).toBe(deep);
});
