import { token } from '../../../support/records.ts';
import { bearer, implicit, type Pairs, testChecks } from './login.ts';

const asked = { extraParams: [['dpop_jkt', 'our-key'] as [string, string]] };
const type: Pairs = [['token_type', 'DPoP']];
const bound = (jkt: string) => ({ access_token: token({ cnf: { jkt } }) });

testChecks({
  dpop: [
    ['not asked for it does not apply', implicit(bearer), 'not listed'],
    ['a token of our key passes', implicit(type, { profile: asked, tokens: bound('our-key') }), 'pass'],
    [
      'a token of another key is told',
      implicit(type, { profile: asked, tokens: bound('k') }),
      { expected: 'our-key', actual: 'k' },
    ],
    ['a bearer token is told', implicit(bearer, { profile: asked }), { expected: 'DPoP', actual: 'Bearer' }],
    ['an opaque token is not checked', implicit(type, { profile: asked }), { not: /does not say/ }],
    ['a key that is not ours is not checked', implicit(type, { tokens: bound('k') }), { not: /does not have/ }],
    ['without a type it is not checked', implicit([], { profile: asked }), { not: /no token type/ }],
    [
      'of another login it is not checked',
      implicit(type, { profile: asked, request: null }),
      { not: /not started here/ },
    ],
  ],
});
