import { token } from '../../../support/records.ts';
import { bearer, encrypted, idToken, implicit, noted, type Pairs, type Row, testChecks } from './login.ts';

testChecks({
  state: [
    ['the one that was sent passes', {}, 'pass'],
    ['the one that was sent passes inside a JWT', { params: [['response', token({ state: 'the-state' })]] }, 'pass'],
    ['none passes where none was sent', { params: [['code', 'c']], request: { state: undefined } }, 'pass'],
    ...(
      [
        ['another', [['state', 'forged']], 'forged'],
        ['a longer', [['state', 'the-state1']], 'the-state1'],
        ['an empty', [['state', '']], 'none'],
        ['no', [], 'none'],
        [
          'a repeated',
          [
            ['state', 'the-state'],
            ['state', 'the-state'],
          ],
          'more than one',
        ],
      ] as [string, Pairs, string][]
    ).map(
      ([which, params, actual]): Row => [
        `${which} state fails`,
        { params: [['code', 'c'], ...params] },
        { expected: 'the-state', actual },
      ],
    ),
    [
      'one that was answered before fails',
      { isStateSpent: true },
      { expected: 'a state that was not answered before', actual: 'one that was' },
    ],
    ['of another login it is not checked', { request: null }, { not: /not started here/ }],
    ['of an encrypted answer it is not checked', { params: [['response', encrypted]] }, { not: /encrypted/ }],
    [
      'of an answer that was too long to keep it is not checked',
      {
        params: [['response', '']],
        capture: noted('refused', 'response has 300,000 characters; the limit is 262,144'),
      },
      { not: /too long to keep: response has 300,000/ },
    ],
  ],
  csrf_binding: [
    ['state binds', { request: { pkce: undefined, nonce: undefined } }, 'pass'],
    [
      'nonce binds where the state does not',
      { params: [['id_token', '']], tokens: { id_token: idToken }, capture: { source: 'fragment' } },
      'pass',
    ],
    ['PKCE binds where the server supports it', { params: [['code', 'c']] }, 'pass'],
    [
      'PKCE does not where the server does not say so',
      { params: [['code', 'c']], metadata: { code_challenge_methods_supported: [] } },
      { not: /did not come back as sent/ },
    ],
    [
      'PKCE binds at Amazon Cognito',
      { params: [['code', 'c']], metadata: null, profile: { provider: 'cognito' } },
      'pass',
    ],
    [
      'a request with nothing that binds fails',
      {
        ...implicit(bearer),
        params: [['access_token', '']],
        request: { responseType: 'token', state: undefined, pkce: undefined },
      },
      { expected: 'a state, a nonce or PKCE in the request', actual: 'none that binds' },
    ],
    ['of another login it is not checked', { request: null }, { not: /not started here/ }],
    ['of an encrypted answer it is not checked', { params: [['response', encrypted]] }, { not: /encrypted/ }],
  ],
});
