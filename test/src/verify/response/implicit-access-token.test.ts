import { halfHash } from '../../../../src/verify/half-hash.ts';
import { token } from '../../../support/records.ts';
import { bearer, encrypted, implicit, opaque, pasted, testChecks } from './login.ts';

const atHash = await halfHash('SHA-256', opaque);

testChecks({
  implicit_access_token: [
    ['of code it does not apply', { tokens: { access_token: opaque } }, 'not listed'],
    [
      'an access token alone is told',
      implicit(bearer),
      { expected: 'an ID token that names this access token', actual: 'an access token alone' },
    ],
    [
      'an ID token that names it passes',
      implicit(bearer, { tokens: { id_token: token({ at_hash: atHash }) } }),
      'pass',
    ],
    [
      'an ID token that names none is told',
      implicit(bearer, { tokens: { id_token: token({}) } }),
      { expected: 'an ID token that names this access token', actual: 'an ID token that does not name it' },
    ],
    [
      'another hash fails elsewhere',
      implicit(bearer, { tokens: { id_token: token({ at_hash: `${atHash}1` }) } }),
      { not: /check of its own/ },
    ],
    [
      'an encrypted ID token is not checked',
      implicit(bearer, { tokens: { id_token: encrypted } }),
      { not: /encrypted/ },
    ],
    [
      'one that cannot be read is not checked',
      implicit(bearer, { tokens: { id_token: 'x' } }),
      { not: /cannot be read/ },
    ],
    [
      'without a response type it is not checked',
      implicit(bearer, { request: null, profile: { responseType: '' } }),
      { not: /response type/ },
    ],
    ['of a token alone it is not checked', pasted({ access_token: opaque }), { not: /response type/ }],
  ],
});
