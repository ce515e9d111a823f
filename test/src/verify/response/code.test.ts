import { now } from '../../../support/records.ts';
import { bearer, exchange, idToken, implicit, testChecks } from './login.ts';

const answer = { grant: 'authorization_code', at: now, status: 200, body: '{}' } as const;
const failure = { grant: 'authorization_code', at: now } as const;

testChecks({
  pkce: [
    ['S256 passes', {}, 'pass'],
    ['S256 passes without metadata', { metadata: null }, 'pass'],
    [
      'S256 passes at Amazon Cognito',
      { metadata: { code_challenge_methods_supported: undefined }, profile: { provider: 'cognito' } },
      'pass',
    ],
    [
      'metadata that does not name it is a warning',
      { metadata: { code_challenge_methods_supported: undefined } },
      { expected: 'S256 in code_challenge_methods_supported', actual: 'none', severity: 'warning' },
    ],
    [
      'plain alone is a warning',
      { metadata: { code_challenge_methods_supported: ['plain'] } },
      { expected: 'S256 in code_challenge_methods_supported', actual: 'plain', severity: 'warning' },
    ],
    [
      'a request without it fails',
      { request: { pkce: undefined } },
      { expected: 'a code_challenge with S256', actual: 'none' },
    ],
    ['of another login it is not checked', { request: null }, { not: /not started here/ }],
    ['without a code it does not apply', implicit(bearer), 'not listed'],
  ],
  code_single_use: [
    ['a code that was not exchanged is not checked', {}, { not: /not exchanged yet/ }],
    ['one exchange passes', { capture: { tokenCalls: [exchange] } }, 'pass'],
    [
      'a second one fails',
      { capture: { tokenCalls: [exchange, exchange] } },
      { expected: 'one exchange', actual: '2' },
    ],
    [
      'one that brought no tokens is not checked',
      { capture: { tokenCalls: [exchange], tokenFailure: { ...failure, kind: 'refused', status: 400 } } },
      { not: /no tokens came/ },
    ],
    [
      'one that was not answered is not checked',
      { capture: { tokenFailure: { ...failure, kind: 'interrupted' } } },
      { not: /not known whether it was taken/ },
    ],
    ['of another login it is not checked', { request: null }, { not: /never redeemed/ }],
    ['without a code it does not apply', implicit(bearer), 'not listed'],
  ],
  hybrid_same_subject: [
    [
      'the second ID token is not at hand',
      { tokens: { id_token: idToken } },
      { not: /second ID token is not at hand/ },
    ],
    [
      'after an exchange it is judged elsewhere',
      {
        tokens: {},
        capture: { tokenCalls: [exchange], tokenAnswer: answer, frontChannel: { tokens: { id_token: idToken } } },
      },
      'not listed',
    ],
    ['of a code alone it does not apply', {}, 'not listed'],
  ],
});
