import { now, token } from '../../../support/records.ts';
import { bearer, codeParams, implicit, issuer, opaque, pasted, type Row, testChecks } from './login.ts';

testChecks({
  duplicate_parameter: [
    ['each once passes', {}, 'pass'],
    [
      'a parameter that stands twice fails',
      { params: [...codeParams, ['code', 'b']] },
      { expected: 'each parameter once', actual: 'code more than once' },
    ],
    ['without an address it is not checked', pasted({ access_token: opaque }), { not: /without the address/ }],
  ],
  empty_parameter: [
    ['a token that is kept elsewhere is not empty', implicit(bearer), 'pass'],
    [
      'a token that was too long to keep is not empty',
      {
        params: [['id_token', ''], ...codeParams],
        capture: {
          events: [{ at: now, kind: 'refused', detail: 'id_token has 300,000 characters; the limit is 262,144' }],
        },
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
