import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loginPageOf } from '../../../src/protocol/login-page.ts';

const pool = 'https://demo.auth.us-east-1.amazoncognito.com';

test.each([
  [`${pool}/login?client_id=a&state=s3cr3t#x`, `${pool}/login`],
  [`${pool}/oauth2/authorize`, `${pool}/oauth2/authorize`],
  ['http://localhost:9229/Sign-in/two', 'http://localhost:9229/Sign-in/two'],
  ['https://user:pass@id.example/login', 'https://id.example/login'],
  ['https://id.example/u/login/identifier-first', 'https://id.example/u/login/identifier-first'],
  ['https://id.example/a/0f3c7d8e-7c2b-4c8e-9f31-2a5d1b6f4e90/b', 'https://id.example/a/…/b'],
  ['https://id.example/interaction/bTcXiJ_7Fq0Zs9kLmN2pQ', 'https://id.example/interaction/…'],
  ['https://id.example/9f86d081884c7d65', 'https://id.example/…'],
  ['https://id.example/login;jsessionid=1A530637289A03B07199', 'https://id.example/…'],
  ['https://id.example/eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0./x', 'https://id.example/…/x'],
  [`https://id.example/${'a'.repeat(25)}`, 'https://id.example/…'],
  ['https://id.example/hQkXzWabRdTuOpLmNvCyEf', 'https://id.example/…'],
  ['https://id.example/AAAAAAAAAAAAAAAAAAAAAA', 'https://id.example/…'],
  ['https://id.example/%E2%82%AC%E2%82%AC', 'https://id.example/…'],
  ['https://id.example/common/oauth2/v2.0/authorize', 'https://id.example/common/oauth2/v2.0/authorize'],
  ['https://id.example/adfs/saml2/SSOService.php', 'https://id.example/adfs/saml2/SSOService.php'],
  // of a person, or for this login alone, however short
  ['https://id.example/login/ann@example.com/password', 'https://id.example/login/…/password'],
  ['https://id.example/login/ann%40example.com', 'https://id.example/login/…'],
  ['https://id.example/verify/839201', 'https://id.example/verify/…'],
  ['https://id.example/as/k2Xq9/resume/as/authorization.ping', 'https://id.example/as/…/resume/as/authorization.ping'],
  ['https://id.example/login;jsessionid=abcdefghijklmnop', 'https://id.example/…'],
])('%s is named %s', (address, page) => {
  expect(loginPageOf(address)).toBe(page);
});

test.each(['about:blank', 'chrome://newtab/', 'myapp://callback', 'no address', ''])('%s is no page', (address) => {
  expect(loginPageOf(address)).toBeUndefined();
});

test('a page of a provider cannot fill the memory with its name', () => {
  const page = loginPageOf(`https://id.example/${'a/'.repeat(500_000)}`);
  expect(page).toHaveLength(200);
  expect(page).toMatch(/^https:\/\/id\.example\/a\/.*…$/);
});

/** As base64url. The same ones each time. */
const random = (count: number, bits: number) =>
  Array.from({ length: count }, (_, at) =>
    createHash('sha512')
      .update(`${at}`)
      .digest()
      .subarray(0, bits / 8)
      .toString('base64url'),
  );

test.each(['/$/login', '/login/$', '/login;$'])('of random values in %s nearly none is taken for words', (place) => {
  const isNamed = (value: string) => loginPageOf(`https://id.example${place.replace('$', value)}`)?.includes(value);
  // some ten of a million are
  expect(random(20_000, 128).filter(isNamed).length).toBeLessThanOrEqual(1);
  expect(random(5_000, 256).filter(isNamed)).toEqual([]);
});

test('no value of query or fragment is named', () => {
  const place = fc.constantFrom('/login?code=$', '/login#$', '/login?$#$');
  fc.assert(
    fc.property(fc.string({ minLength: 12 }), place, (value, where) => {
      expect(loginPageOf(`https://id.example${where.replaceAll('$', () => encodeURIComponent(value))}`)).toBe(
        'https://id.example/login',
      );
    }),
  );
});
