import { bearer, callback, implicit, opaque, pasted, pastedAnswer, type Row, testChecks } from './login.ts';

testChecks({
  token_type: [
    ['without an access token it does not apply', {}, 'not listed'],
    ...['Bearer', 'bearer', 'bEARER', 'DPoP', 'dpop'].map(
      (type): Row => [`${type} passes`, implicit([['token_type', type]]), 'pass'],
    ),
    ['none fails', implicit([]), { expected: 'Bearer or DPoP', actual: 'none' }],
    ['another fails', implicit([['token_type', 'mac']]), { expected: 'Bearer or DPoP', actual: 'mac' }],
    ['twice it is not checked', implicit([...bearer, ...bearer]), { not: /more than once/ }],
    ['of a token alone it is not checked', pasted({ access_token: opaque }), { not: /without the address/ }],
    [
      'of an answer that was pasted without its address it is checked',
      pastedAnswer([...bearer, ['access_token', '']], { tokens: { access_token: opaque } }),
      'pass',
    ],
    [
      'of a pasted token answer too',
      { ...pasted({ access_token: opaque }), capture: { callback: '', origin: 'pasted', source: 'token_endpoint' } },
      { expected: 'Bearer or DPoP', actual: 'none' },
    ],
    ['a token response is checked', { ...implicit(bearer), capture: { source: 'token_endpoint', callback } }, 'pass'],
  ],
  expires_in: [
    ['a number passes', implicit([...bearer, ['expires_in', '3600']]), 'pass'],
    ['none passes', implicit(bearer), 'pass'],
    ...['1h', '-1', '3600.5', '1e3'].map(
      (text): Row => [
        `${text} is told`,
        implicit([...bearer, ['expires_in', text]]),
        { expected: 'a number of seconds', actual: text },
      ],
    ),
    ['of a token alone it is not checked', pasted({ access_token: opaque }), { not: /without the address/ }],
    ['without an access token it does not apply', {}, 'not listed'],
  ],
  scope: [
    ['none passes as asked for', implicit(bearer), 'pass'],
    ['the same in another order passes', implicit([...bearer, ['scope', 'email openid']]), 'pass'],
    ['another is told', implicit([...bearer, ['scope', 'openid']]), { expected: 'email openid', actual: 'openid' }],
    [
      'of another login it is not compared',
      implicit([...bearer, ['scope', 'openid']], { request: null }),
      { not: /not started here/ },
    ],
    ['of another login without a scope it does not apply', implicit(bearer, { request: null }), 'not listed'],
    ['twice it is not checked', implicit([...bearer, ['scope', 'a'], ['scope', 'b']]), { not: /more than once/ }],
    ['of a token alone it does not apply', pasted({ access_token: opaque }), 'not listed'],
  ],
});
