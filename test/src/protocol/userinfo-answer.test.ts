import { expect, test } from 'vitest';
import { parseUserinfoContent } from '../../../src/protocol/userinfo-answer.ts';

const json = 'application/json';

test.each([
  ['claims', 200, json, '{"sub":"ada"}', { kind: 'json', members: [['sub', 'ada']] }],
  ['claims of a JSON type', 200, 'Application/Scim+JSON; charset=utf-8', '{}', { kind: 'json', members: [] }],
  ['a JWT', 200, 'application/jwt', ' a.b.c\n', { kind: 'jwt', raw: 'a.b.c' }],
  ['a JWT as JSON', 200, json, 'a.b.c', { kind: 'not_json' }],
  ['a list', 200, json, '[1]', { kind: 'not_object' }],
  ['null', 200, json, 'null', { kind: 'not_object' }],
  ['a member twice', 200, json, '{"sub":"a","sub":"b"}', { kind: 'duplicate', name: 'sub' }],
  ['nothing', 200, json, '', { kind: 'not_json' }],
  ['JSON as a page', 200, 'text/html', '{"sub":"ada"}', { kind: 'other_type', type: 'text/html' }],
  ['JSON without a type', 200, undefined, '{"sub":"ada"}', { kind: 'other_type', type: '' }],
  ['another success', 201, json, '{"sub":"ada"}', { kind: 'other_status' }],
  ['a refusal', 401, json, '{"error":"invalid_token"}', { kind: 'other_status' }],
] as const)('%s', (_what, status, contentType, body, content) => {
  expect(parseUserinfoContent({ status, body, ...(contentType !== undefined && { contentType }) })).toEqual(content);
});

test('a name of Object.prototype is an ordinary one', () => {
  const content = parseUserinfoContent({ status: 200, contentType: json, body: '{"__proto__":1}' });
  expect(content).toEqual({ kind: 'json', members: [['__proto__', 1]] });
});
