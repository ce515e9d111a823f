import { token } from '../../../support/records.ts';
import { callback, codeParams, encrypted, idToken, isAnnounced, issuer, other, pasted, testChecks } from './login.ts';

testChecks({
  mix_up: [
    ['with one server it does not apply', { others: [{ ...other, issuer, clientId: 'another' }] }, 'not listed'],
    ['a server without issuer is told by its origin', { others: [{ ...other, issuer: '' }] }, 'not listed'],
    ['a callback of its own passes', { others: [{ ...other, callback: `${callback}2` }] }, 'pass'],
    ['iss in the answer passes', { others: [other], params: [...codeParams, ['iss', issuer]] }, 'pass'],
    ['iss in the ID token passes', { others: [other], tokens: { id_token: idToken } }, 'pass'],
    [
      'iss in the JWT of the answer passes',
      { others: [other], params: [['response', token({ iss: issuer })]] },
      'pass',
    ],
    [
      'a shared callback and no issuer fails',
      { others: [other] },
      { expected: 'an issuer in the answer, or a callback of its own', actual: 'neither' },
    ],
    [
      'the issuer of another profile fails',
      { others: [other], params: [...codeParams, ['iss', 'https://other.example']] },
      { expected: issuer, actual: 'https://other.example' },
    ],
    [
      'an issuer of no profile fails elsewhere',
      { others: [other], params: [...codeParams, ['iss', `${issuer}1`]] },
      { not: /check of its own/ },
    ],
    [
      'an announced issuer that is missing fails elsewhere',
      { others: [other], metadata: isAnnounced },
      { not: /check of its own/ },
    ],
    [
      'an ID token that cannot be read fails elsewhere',
      { others: [other], tokens: { id_token: 'x' } },
      { not: /check of its own/ },
    ],
    [
      'an encrypted answer is not checked',
      { others: [other], params: [['response', encrypted]] },
      { not: /encrypted/ },
    ],
    ['of another login it is not checked', { others: [other], request: null }, { not: /not started here/ }],
    ['a token alone passes by its issuer', pasted({ id_token: idToken }, { others: [other] }), 'pass'],
  ],
});
