import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { dotenvLine } from '../../../src/handover/dotenv-line.ts';
import { httpFile } from '../../../src/handover/http-file.ts';
import { postmanCollection } from '../../../src/handover/postman.ts';

const address = 'https://api.example/v1/:id/{a}?q={{host}}&x=:y#here';

test('an .http file asks for the address, with nothing that a tool would replace', () => {
  expect(httpFile(address, 'aa.bb.cc')).toEqual({
    ok: true,
    text: `# @no-redirect
# @no-cookie-jar
GET https://api.example/v1/:id/%7Ba%7D?q=%7B%7Bhost%7D%7D&x=:y
Authorization: Bearer aa.bb.cc
`,
  });
});

test('an .http file reads the token from the environment', () => {
  expect(httpFile(address, { env: 'ACCESS_TOKEN' })).toMatchObject({
    text: expect.stringMatching(/\nAuthorization: Bearer \{\{\$processEnv ACCESS_TOKEN\}\}\n$/),
  });
});

/** The parts of a collection that are sent. */
function collection(bearer: Parameters<typeof postmanCollection>[1]) {
  const made = postmanCollection(address, bearer);
  if (!made.ok) throw new Error(made.reason);
  return JSON.parse(made.text);
}

test('a Postman collection holds one request, with nothing that is a variable', () => {
  const { info, item, variable } = collection('aa.bb.cc');
  expect(info.schema).toMatch(/v2\.1\.0\/collection\.json$/);
  expect(item).toHaveLength(1);
  expect(item[0].request).toEqual({
    method: 'GET',
    header: [],
    auth: { type: 'bearer', bearer: [{ key: 'token', value: 'aa.bb.cc', type: 'string' }] },
    url: 'https://api.example/v1/%3Aid/%7Ba%7D?q=%7B%7Bhost%7D%7D&x=:y',
  });
  expect(variable).toBeUndefined();
});

test('a Postman collection leaves its own variable for the token to be filled in', () => {
  const { item, variable } = collection({ env: 'ACCESS_TOKEN' });
  expect(item[0].request.auth.bearer[0].value).toBe('{{ACCESS_TOKEN}}');
  expect(variable).toEqual([{ key: 'ACCESS_TOKEN', value: '', type: 'string' }]);
});

test.each([
  ['http://api.example/', 'aa.bb.cc', /https/],
  ['https://api.example/', 'a{{b}}', /variable/],
  ['https://api.example/', 'a\r\nX-Evil: 1', /header/],
])('neither file is made for %s with %j', (to, token, reason) => {
  for (const write of [httpFile, postmanCollection])
    expect(write(to, token)).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
});

describe('a line of a .env file', () => {
  test.each([
    ['aa.bb-cc_dd', 'ACCESS_TOKEN=aa.bb-cc_dd'],
    ['a+b/c==', 'ACCESS_TOKEN=a+b/c=='],
    ['a#b $c "d" `e`', 'ACCESS_TOKEN=\'a#b $c "d" `e`\''],
  ])('%s', (token, text) => {
    expect(dotenvLine('ACCESS_TOKEN', token)).toEqual({ ok: true, text });
    expect(parseEnv(text)).toEqual({ ACCESS_TOKEN: token });
  });
  test.each(["it's", 'a\\', 'a\nb', 'tök'])('%j is refused', (token) => {
    expect(dotenvLine('ACCESS_TOKEN', token)).toMatchObject({ ok: false });
  });
});
