import type { Capture } from '../../../../src/protocol/records.ts';
import {
  bearer,
  codeParams,
  encrypted,
  idToken,
  implicit,
  opaque,
  type Pairs,
  pasted,
  pastedAnswer,
  type Row,
  testChecks,
} from './login.ts';

testChecks({
  response_parameters: [
    ['a code for code passes', {}, 'pass'],
    ...(
      [
        ['id_token', { id_token: idToken }, []],
        ['token id_token', { id_token: idToken, access_token: opaque }, []],
        ['id_token code', { id_token: idToken }, codeParams],
        ['code token', { access_token: opaque }, codeParams],
        ['code id_token token', { id_token: idToken, access_token: opaque }, codeParams],
        ['none', {}, []],
      ] as [string, Capture['tokens'], Pairs][]
    ).map(
      ([responseType, tokens, params]): Row => [
        `what ${responseType} promises passes`,
        { params, tokens, request: { responseType } },
        'pass',
      ],
    ),
    [
      'what is missing is told',
      { ...implicit(bearer), request: { responseType: 'id_token token' } },
      { expected: 'access_token, id_token', actual: 'access_token' },
    ],
    [
      'a code more is told',
      { ...implicit([...bearer, ['code', 'c']]) },
      { expected: 'access_token', actual: 'code, access_token' },
    ],
    ['nothing at all is told', { params: [['state', 'the-state']] }, { expected: 'code', actual: 'none' }],
    [
      'a refresh token in the address is told',
      { tokens: { refresh_token: 'r' } },
      { expected: 'code', actual: 'code, refresh_token' },
    ],
    [
      'an ID token beside token is told',
      implicit(bearer, { tokens: { id_token: idToken } }),
      { expected: 'access_token', actual: 'access_token, id_token' },
    ],
    [
      'Amazon Cognito adds an ID token',
      implicit(bearer, { tokens: { id_token: idToken }, profile: { provider: 'cognito' } }),
      'pass',
    ],
    [
      'Amazon Cognito leaves it out when openid was asked for',
      implicit(bearer, { profile: { provider: 'cognito' } }),
      { expected: 'access_token, id_token', actual: 'access_token' },
    ],
    [
      'Amazon Cognito leaves it out without openid',
      implicit(bearer, { profile: { provider: 'cognito' }, request: { scopes: ['email'] } }),
      'pass',
    ],
    ['Amazon Cognito, another login', implicit(bearer, { profile: { provider: 'cognito' }, request: null }), 'pass'],
    [
      'an access token beside id_token has a check of its own',
      { params: [], tokens: { id_token: idToken, access_token: opaque }, request: { responseType: 'id_token' } },
      'pass',
    ],
    [
      'without a response type it is not checked',
      { request: null, profile: { responseType: '' } },
      { not: /response type/ },
    ],
    ['without a profile it is not checked', { request: null, profile: null }, { not: /response type/ }],
    ['of an encrypted answer it is not checked', { params: [['response', encrypted]] }, { not: /encrypted/ }],
    ['of a token alone it does not apply', pasted({ id_token: idToken }), 'not listed'],
    ['without the address of an answer it is not checked', pastedAnswer(codeParams), { not: /Without the address/ }],
  ],
  id_token_only: [
    ['of code it does not apply', {}, 'not listed'],
    [
      'an ID token alone passes',
      { params: [], tokens: { id_token: idToken }, request: { responseType: 'id_token' } },
      'pass',
    ],
    [
      'an access token beside it is told',
      { params: [], tokens: { id_token: idToken, access_token: opaque }, request: { responseType: 'id_token' } },
      { expected: 'an ID token alone', actual: 'an access token beside it' },
    ],
    [
      'without a response type it is not checked',
      { params: [], tokens: { id_token: idToken }, request: null, profile: { responseType: '' } },
      { not: /response type/ },
    ],
  ],
  form_post: [
    ['a form passes', { capture: { source: 'form_post' } }, 'pass'],
    ['elsewhere it does not apply', {}, 'not listed'],
    [
      'an answer that was to come in a form is told',
      { profile: { responseMode: 'form_post' } },
      { expected: 'an answer in a form', actual: 'an answer in the query' },
    ],
    [
      'what another app asked for is not known',
      { profile: { responseMode: 'form_post' }, request: null },
      'not listed',
    ],
    [
      'a pasted token is not checked',
      pasted({ id_token: idToken }, { profile: { responseMode: 'form_post' } }),
      { not: /form_post not visible/ },
    ],
  ],
});
