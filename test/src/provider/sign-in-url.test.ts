import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authorizeUrl } from '../../../src/protocol/authorize-url.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { cognitoEndpoints, hostedDomainOrigin } from '../../../src/provider/cognito.ts';
import { readSignInUrl } from '../../../src/provider/sign-in-url.ts';

const host = 'claimcheck-demo.auth.us-east-1.amazoncognito.com';
const query =
  'client_id=1example23456789abcdefghij&response_type=token&scope=openid+profile+email&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback';
const plain = `https://${host}/oauth2/authorize?${query}`;
const filled = {
  kind: 'sign_in',
  provider: 'cognito',
  domain: { origin: `https://${host}`, prefix: 'claimcheck-demo', region: 'us-east-1' },
  authorization: `https://${host}/oauth2/authorize`,
  clientId: '1example23456789abcdefghij',
  callback: 'http://localhost:3000/callback',
  scopes: ['openid', 'profile', 'email'],
  responseType: 'token',
  extraParams: [],
  missing: [],
  repeated: [],
  dropped: [],
  wasEncodedTwice: false,
};

const sameAsPlain: [what: string, text: string][] = [
  ['an authorize URL', plain],
  ['a /login page', plain.replace('/oauth2/authorize', '/login')],
  ['a /signup page', plain.replace('/oauth2/authorize', '/signup')],
  ['a /forgotPassword page', plain.replace('/oauth2/authorize', '/forgotPassword')],
  ['another order', `https://${host}/login?${query.split('&').reverse().join('&')}`],
  ['%20 between scopes', plain.replaceAll('+', '%20')],
  ['a callback that is not encoded', decodeURIComponent(plain)],
  ['white space around it', `\n\t ${plain} \r\n`],
  ['quotes around it', `"${plain}"`],
  ['curly quotes and white space', ` “${plain}” `],
  ['angle brackets around it', `<${plain}>`],
  ['line breaks of a mail', `<${plain.slice(0, 40)}\r\n  ${plain.slice(40, 90)}\n${plain.slice(90)}>`],
  ['&amp; of a page’s source', plain.replaceAll('&', '&amp;')],
  ['no scheme', plain.slice('https://'.length)],
  ['a bare fragment behind it', `${plain}#`],
];

const encodedTwice: [what: string, text: string][] = [
  ['the whole URL', encodeURIComponent(plain)],
  ['the whole URL, three times', encodeURIComponent(encodeURIComponent(plain))],
  ['the values', plain.replaceAll('%', '%25')],
  ['the values, + for a space', plain.replaceAll('%', '%25').replaceAll('+', '%2B')],
  ['the query', `https://${host}/login?${encodeURIComponent(query)}`],
];

describe('a sign-in URL', () => {
  test.each(sameAsPlain)('is read with %s', (_what, text) => {
    expect(readSignInUrl(text)).toEqual(filled);
  });

  test.each(encodedTwice)('is read where %s was encoded once too often', (_what, text) => {
    expect(readSignInUrl(text)).toEqual({ ...filled, wasEncodedTwice: true });
  });

  const domains: [text: string, domain: object][] = [
    ['https://auth.example.com/login?', { origin: 'https://auth.example.com' }],
    ['https://auth.example.com/oauth2/authorize?', { origin: 'https://auth.example.com' }],
    ['http://127.0.0.1:4100/login?', { origin: 'http://127.0.0.1:4100' }],
    ['http://localhost:4100/oauth2/authorize?', { origin: 'http://localhost:4100' }],
    ['localhost:4100/login?', { origin: 'http://localhost:4100' }],
    [
      'https://gov.auth-fips.us-gov-west-1.amazoncognito.com/login?',
      { origin: 'https://gov.auth-fips.us-gov-west-1.amazoncognito.com' },
    ],
    [`https://${host}/error?error=redirect_mismatch&`, filled.domain],
  ];

  test.each(domains)('on %s is one of a Cognito domain', (base, domain) => {
    expect(readSignInUrl(base + query)).toMatchObject({ provider: 'cognito', domain, clientId: filled.clientId });
  });

  const others: [text: string, authorization: string][] = [
    ['https://tenant.eu.auth0.com/authorize', 'https://tenant.eu.auth0.com/authorize'],
    [
      'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
      'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    ],
    [
      'http://localhost:8080/realms/demo/protocol/openid-connect/auth',
      'http://localhost:8080/realms/demo/protocol/openid-connect/auth',
    ],
    ['https://accounts.google.com/o/oauth2/v2/auth', 'https://accounts.google.com/o/oauth2/v2/auth'],
    [`https://${host}:8443/authorize`, `https://${host}:8443/authorize`],
  ];

  test.each(others)('on %s is one of another provider', (base, authorization) => {
    for (const text of [base, `${base}?${query}`]) {
      expect(readSignInUrl(text)).toMatchObject({ kind: 'sign_in', provider: 'oidc', authorization });
    }
  });

  test('leaves out what is new for each sign-in and keeps what it does not know', () => {
    const read = readSignInUrl(
      `${plain}&state=s&nonce=n&code_challenge=c&code_challenge_method=S256&lang=en&login_hint=ada%40example.com`,
    );
    expect(read).toEqual({
      ...filled,
      extraParams: [
        ['lang', 'en'],
        ['login_hint', 'ada@example.com'],
      ],
      dropped: ['state', 'nonce', 'code_challenge', 'code_challenge_method'],
    });
  });

  test.each(['query', 'fragment', 'form_post'])('takes the response mode %s', (responseMode) => {
    expect(readSignInUrl(`${plain}&response_mode=${responseMode}`)).toEqual({ ...filled, responseMode });
  });

  test('drops a response mode that no profile can ask for', () => {
    expect(readSignInUrl(`${plain}&response_mode=web_message`)).toEqual({ ...filled, dropped: ['response_mode'] });
  });

  test('names what stands there twice and takes the first, except where a name may repeat', () => {
    expect(readSignInUrl(`${plain}&client_id=other&lang=en&lang=de&resource=a&resource=b`)).toEqual({
      ...filled,
      repeated: ['client_id', 'lang'],
      extraParams: [
        ['lang', 'en'],
        ['resource', 'a'],
        ['resource', 'b'],
      ],
    });
  });

  test('names what it lacks', () => {
    const read = readSignInUrl(`https://${host}/login?client_id=&response_type=code`);
    expect(read).toMatchObject({ missing: ['client_id', 'redirect_uri'], responseType: 'code' });
    expect(read).not.toHaveProperty('clientId');
    expect(read).not.toHaveProperty('scopes');
  });
});

describe('an issuer', () => {
  const issuers: [text: string, issuer: string][] = [
    ['https://accounts.google.com', 'https://accounts.google.com'],
    ['https://tenant.auth0.com/', 'https://tenant.auth0.com/'],
    ['accounts.google.com', 'https://accounts.google.com'],
    ['https://accounts.google.com/.well-known/openid-configuration', 'https://accounts.google.com'],
    ['http://localhost:8080/realms/demo/.well-known/openid-configuration', 'http://localhost:8080/realms/demo'],
    ['https://a.example/.well-known/oauth-authorization-server/tenant', 'https://a.example/tenant'],
    ['https://a.example/.well-known/openid-configurationx', 'https://a.example/.well-known/openid-configurationx'],
    ['https://a.example/realms/demo/', 'https://a.example/realms/demo/'],
  ];

  test.each(issuers)('is read from %s', (text, issuer) => {
    expect(readSignInUrl(text)).toEqual({ kind: 'issuer', issuer });
  });

  test.each(['', '/.well-known/openid-configuration', '/.well-known/jwks.json'])(
    'of a user pool names the pool, read with "%s" behind it',
    (path) => {
      const issuer = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI';
      expect(readSignInUrl(issuer + path)).toEqual({
        kind: 'issuer',
        issuer,
        pool: { region: 'eu-central-1', userPoolId: 'eu-central-1_AbCdEfGhI' },
      });
    },
  );
});

describe('what is no sign-in', () => {
  const nothing: [text: string, problem: string][] = [
    [' \n', 'empty'],
    ['hello', 'no_url'],
    ['two words', 'no_url'],
    ['https://', 'no_url'],
    ['%E0%A4%A', 'no_url'],
    ['javascript:alert(1)', 'scheme'],
    ['ftp://example.com/', 'scheme'],
    [`https://${host}@evil.example/login?${query}`, 'user_info'],
    ['http://localhost:3000/callback#access_token=a&id_token=b', 'answer'],
    ['http://localhost:3000/callback?code=abc&state=d', 'answer'],
    ['https://example.com/page?utm_source=mail', 'no_parameters'],
    [`https://${host}/login?${'x'.repeat(20_000)}`, 'too_long'],
  ];

  test.each(nothing)('%j says %s', (text, problem) => {
    expect(readSignInUrl(text)).toEqual({ kind: 'nothing', problem });
  });
});

describe('any text', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom('https://', 'http%3A%2F%2F', host, '/login', '?', '&', '=', '%', '%2', '%25', '#', '+', '<', '"'),
      fc.constantFrom('client_id', 'redirect_uri', 'scope', '[::1]', '\r\n', '\ud800', '.well-known/', '@'),
      fc.string({ maxLength: 6, unit: 'binary' }),
    ),
  );

  test('is read without throwing', () => {
    const kinds = ['sign_in', 'issuer', 'nothing'];
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true })), (text) =>
        kinds.includes(readSignInUrl(text).kind),
      ),
    );
    fc.assert(fc.property(pieces, (parts) => kinds.includes(readSignInUrl(parts.join('')).kind)));
  });
});

describe('the URL that a profile makes', () => {
  const letters = (chars: string, least: number, most: number) =>
    fc.string({ unit: fc.constantFrom(...chars), minLength: least, maxLength: most });
  const origin = fc.oneof(
    letters('abcxyz019', 1, 12).map((prefix) => hostedDomainOrigin(prefix, 'us-east-1')),
    fc.constantFrom('https://auth.example.com', 'http://127.0.0.1:4100', 'http://localhost:4100'),
  );
  const callback = fc
    .tuple(fc.constantFrom('http://localhost:3000', 'https://app.example.com'), fc.webPath(), fc.webQueryParameters())
    .map(([base, path, search]) => `${base}${path}${search && `?${search}`}`);
  const scopes = fc.uniqueArray(letters('abz:/._-+&=%#19', 1, 12), { minLength: 1, maxLength: 5 });
  const extra = fc.uniqueArray(fc.tuple(letters('abqz_%+', 3, 8), fc.string()), { selector: ([name]) => name });

  test('reads back as the profile', () => {
    fc.assert(
      fc.property(
        origin,
        letters('abcdefghij0123456789', 1, 26),
        callback,
        scopes,
        extra,
        (base, clientId, redirect, scope, extraParams) => {
          const profile: Profile = {
            id: 'p',
            name: 'p',
            provider: 'cognito',
            endpoints: cognitoEndpoints(base, undefined),
            clientId,
            clientAuth: 'none',
            callback: redirect,
            responseType: 'token',
            scopes: scope,
            extraParams,
            intercept: false,
            watchRequests: false,
          };
          const read = readSignInUrl(authorizeUrl(profile, { state: 's+1', nonce: 'n%20' }));
          expect(read).toMatchObject({
            domain: { origin: base },
            clientId,
            callback: redirect,
            scopes: scope,
            extraParams: extraParams.map(([name, value]) => [name, value.toWellFormed()]),
            repeated: [],
            wasEncodedTwice: false,
          });
        },
      ),
    );
  });
});
