import { token } from '../../../support/records.ts';
import {
  codeParams,
  encrypted,
  idToken,
  isAnnounced,
  issuer,
  noted,
  pasted,
  pastedAnswer,
  testChecks,
} from './login.ts';

testChecks({
  iss_parameter: [
    ['without iss it does not apply', {}, 'not listed'],
    ['the configured issuer passes', { params: [...codeParams, ['iss', issuer]] }, 'pass'],
    [
      'another one fails, nothing is normalised',
      { params: [...codeParams, ['iss', `${issuer}/`]] },
      { expected: issuer, actual: `${issuer}/` },
    ],
    [
      'both hosts of a user pool pass',
      {
        params: [...codeParams, ['iss', 'https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A']],
        profile: { provider: 'cognito', issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A' },
      },
      'pass',
    ],
    [
      'an error is checked too',
      {
        params: [
          ['error', 'e'],
          ['state', 'the-state'],
          ['iss', 'x'],
        ],
      },
      { expected: issuer, actual: 'x' },
    ],
    [
      'one that was too long to keep fails',
      {
        params: [...codeParams, ['iss', '']],
        capture: noted('refused', 'iss has 300,000 characters; the limit is 262,144'),
      },
      { expected: issuer, actual: 'a value that was too long to keep' },
    ],
    [
      'of an answer that was pasted without its address another one fails',
      pastedAnswer([
        ['id_token', ''],
        ['iss', 'https://evil.example'],
      ]),
      { expected: issuer, actual: 'https://evil.example' },
    ],
    [
      'without an issuer it is not checked',
      { params: [...codeParams, ['iss', issuer]], profile: { issuer: '' } },
      { not: /names no issuer/ },
    ],
    [
      'twice it is not checked',
      { params: [...codeParams, ['iss', issuer], ['iss', issuer]] },
      { not: /more than once/ },
    ],
  ],
  iss_parameter_missing: [
    ['none passes where none is announced', {}, 'pass'],
    [
      'none fails where one is',
      { metadata: isAnnounced },
      { expected: 'iss, as the metadata announces it', actual: 'none' },
    ],
    ['with iss it does not apply', { params: [...codeParams, ['iss', issuer]] }, 'not listed'],
    ['of a JWT it does not apply', { params: [['response', token({})]], metadata: isAnnounced }, 'not listed'],
    ['of a token alone it does not apply', pasted({ id_token: idToken }, { metadata: isAnnounced }), 'not listed'],
    ['without metadata it is not checked', { metadata: null }, { not: /metadata/ }],
    ['without an issuer it is not checked', { metadata: null, profile: { issuer: '' } }, { not: /names no issuer/ }],
  ],
  iss_parameter_not_advertised: [
    ['an announced iss passes', { params: [...codeParams, ['iss', issuer]], metadata: isAnnounced }, 'pass'],
    [
      'one that is not fails',
      { params: [...codeParams, ['iss', issuer]] },
      { expected: 'no iss, as the metadata does not announce it', actual: 'iss' },
    ],
    [
      'without metadata it is not checked',
      { params: [...codeParams, ['iss', issuer]], metadata: null },
      { not: /metadata/ },
    ],
  ],
  iss_parameter_same_as_token: [
    ['the same passes', { params: [...codeParams, ['iss', issuer]], tokens: { id_token: idToken } }, 'pass'],
    ['without a token it does not apply', { params: [...codeParams, ['iss', issuer]] }, 'not listed'],
    [
      'another fails where the profile names no issuer',
      { params: [...codeParams, ['iss', 'x']], tokens: { id_token: idToken }, profile: { issuer: '' } },
      { expected: issuer, actual: 'x' },
    ],
    [
      'the two hosts of a user pool are two issuers',
      {
        params: [...codeParams, ['iss', 'https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A']],
        tokens: { id_token: token({ iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A' }) },
        profile: { provider: 'cognito', issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A' },
      },
      {
        expected: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A',
        actual: 'https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A',
      },
    ],
    [
      'where one fails by itself it is not checked',
      { params: [...codeParams, ['iss', `${issuer}1`]], tokens: { id_token: idToken } },
      { not: /check of its own/ },
    ],
    [
      'an encrypted token is not checked',
      { params: [...codeParams, ['iss', issuer]], tokens: { id_token: encrypted } },
      { not: /encrypted/ },
    ],
    [
      'one that cannot be read is not checked',
      { params: [...codeParams, ['iss', issuer]], tokens: { id_token: 'x' } },
      { not: /cannot be read/ },
    ],
    [
      'one without iss is not checked',
      { params: [...codeParams, ['iss', issuer]], tokens: { id_token: token({}) } },
      { not: /names no issuer/ },
    ],
    [
      'the JWT of the answer is compared',
      {
        params: [
          ['response', token({ iss: issuer })],
          ['iss', issuer],
        ],
      },
      'pass',
    ],
  ],
});
