import { callback, codeParams, idToken, pasted, pastedAnswer, type Row, testChecks } from './login.ts';

testChecks({
  callback_url: [
    ['the registered callback passes', {}, 'pass'],
    ['of another login that of the profile counts', { request: null }, 'pass'],
    [
      'its own query passes',
      { capture: { callback: `${callback}?a=1` }, request: { redirectUri: `${callback}?a=1` } },
      'pass',
    ],
    ...[
      `${callback}/`,
      'https://app.example/CB',
      'https://app.example:8443/cb',
      'https://app.example.evil.example/cb',
    ].map(
      (address): Row => [
        `${address} fails`,
        { capture: { callback: address } },
        { expected: callback, actual: address },
      ],
    ),
    [
      'another port of this machine fails',
      { request: { redirectUri: 'http://127.0.0.1/cb' }, capture: { callback: 'http://127.0.0.1:5000/cb' } },
      { expected: 'http://127.0.0.1/cb', actual: 'http://127.0.0.1:5000/cb' },
    ],
    [
      'another port of this machine passes where the profile takes any',
      {
        request: { redirectUri: 'http://127.0.0.1/cb' },
        capture: { callback: 'http://127.0.0.1:5000/cb' },
        profile: { anyLoopbackPort: true },
      },
      'pass',
    ],
    ['without an address it is not checked', pasted({ id_token: idToken }), { not: /without the address/ }],
    ['nor that of an answer without one', pastedAnswer(codeParams), { not: /without the address/ }],
    ['without a profile it is not checked', { profile: null, request: null }, { not: /profile .* deleted/ }],
  ],
  callback_https: [
    ['https passes', {}, 'pass'],
    ...['http://localhost:3000/cb', 'http://127.0.0.1/cb', 'http://[::1]:80/cb'].map(
      (address): Row => [`${address} passes`, { capture: { callback: address } }, 'pass'],
    ),
    [
      'http elsewhere fails',
      { capture: { callback: 'http://app.example:8080/cb' } },
      { expected: 'an https address', actual: 'http to app.example:8080' },
    ],
    ['a scheme of a native app is left out', { capture: { callback: 'myapp://cb' } }, 'not listed'],
    ['without an address it is not checked', pasted({ id_token: idToken }), { not: /without the address/ }],
  ],
});
