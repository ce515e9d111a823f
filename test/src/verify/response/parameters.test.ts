import { expect, test } from 'vitest';
import { judgeResponse } from '../../../../src/verify/judge-response.ts';
import { token } from '../../../support/records.ts';
import {
  bearer,
  codeParams,
  implicit,
  issuer,
  known,
  noted,
  opaque,
  pasted,
  pastedAnswer,
  type Row,
  testChecks,
} from './login.ts';

const inJwt = (claims: Record<string, unknown>): [string, string] => ['response', token(claims)];

testChecks({
  duplicate_parameter: [
    ['each once passes', {}, 'pass'],
    [
      'a parameter that stands twice fails',
      { params: [...codeParams, ['code', 'b']] },
      { expected: 'each parameter once', actual: 'code more than once' },
    ],
    [
      'inside a JWT and beside it is twice',
      { params: [inJwt({ state: 'the-state', code: 'c' }), ['state', 'the-state'], ['iss', issuer]] },
      { expected: 'each parameter once', actual: 'state more than once' },
    ],
    [
      'an answer of which not all is kept is not checked',
      { capture: noted('refused', 'The answer has 1,200 parameters; the limit is 1,000') },
      { not: /1,200 parameters; the limit is 1,000\. Have/ },
    ],
    ['a token alone is not checked', pasted({ access_token: opaque }), { not: /without the address/ }],
    [
      'an answer without its address is checked',
      pastedAnswer([...codeParams, ['code', 'd']]),
      { expected: 'each parameter once', actual: 'code more than once' },
    ],
  ],
  empty_parameter: [
    ['a token that is kept elsewhere is not empty', implicit(bearer), 'pass'],
    [
      'a token that was too long to keep is not empty',
      {
        params: [['id_token', ''], ...codeParams],
        capture: noted('refused', 'id_token has 300,000 characters; the limit is 262,144'),
      },
      'pass',
    ],
    [
      'an empty parameter is told',
      { params: [...codeParams, ['scope', ''], ['id_token', '']] },
      { expected: 'a value for each parameter', actual: 'none for scope, id_token' },
    ],
    ['without an address it is not checked', pasted({ access_token: opaque }), { not: /without the address/ }],
  ],
  unknown_parameter: [
    [
      'parameters of the specifications pass',
      { params: [...codeParams, ['session_state', 's'], ['iss', issuer]] },
      'pass',
    ],
    [
      'others are told',
      { params: [...codeParams, ['__proto__', 'a'], ['authuser', '0']] },
      { expected: 'parameters of the specifications', actual: '__proto__, authuser' },
    ],
    ['without an address it is not checked', pasted({ access_token: opaque }), { not: /without the address/ }],
  ],
  token_in_query: [
    [
      'a token in the query beside an answer in the fragment fails',
      implicit(bearer, { capture: noted('token_in_query', 'access_token') }),
      { expected: 'tokens in the fragment or in a form', actual: 'access_token in the query' },
    ],
    [
      'one beside a code in the fragment too',
      { capture: { source: 'fragment', ...noted('token_in_query', 'id_token, refresh_token') } },
      { expected: 'tokens in the fragment or in a form', actual: 'id_token, refresh_token in the query' },
    ],
    ['an empty one in the query counts as absent', { params: [...codeParams, ['id_token', '']] }, 'not listed'],
    [
      'without the address of an answer it is not checked',
      pastedAnswer([...codeParams, ['access_token', '']], { tokens: { access_token: opaque } }),
      { not: /without the address/ },
    ],
    ['an answer without a token has nothing to check', {}, 'not listed'],
    ['the fragment passes', implicit(bearer), 'pass'],
    ['a form passes', { ...implicit(bearer), capture: { source: 'form_post' } }, 'pass'],
    ...(['id_token', 'access_token', 'refresh_token'] as const).map(
      (name): Row => [
        `${name} in the query fails`,
        { params: [...codeParams, [name, '']], tokens: { [name]: 'a' } },
        { expected: 'tokens in the fragment or in a form', actual: `${name} in the query` },
      ],
    ),
    [
      'a token inside a JWT in the query fails',
      { params: [['response', token({ access_token: 'a' })]] },
      { expected: 'tokens in the fragment or in a form', actual: 'access_token in the query' },
    ],
    ['without an address it is not checked', pasted({ access_token: opaque }), { not: /without the address/ }],
  ],
});

test('a hundred thousand empty parameters are judged in no time', async () => {
  const params = Array.from({ length: 100_000 }, (_, index): [string, string] => [`a${index}`, '']);
  const before = performance.now();
  await judgeResponse(known({ params: [['error', 'x'], ...params] }));
  // a part of a second; where each is looked up among all it takes a minute
  expect(performance.now() - before).toBeLessThan(10_000);
});
