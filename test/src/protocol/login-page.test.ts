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

test('no random value of 128 bits stands in what is named, wherever it stood in the address', () => {
  const random = fc
    .uint8Array({ minLength: 16, maxLength: 48 })
    .map((bytes) => Buffer.from(bytes).toString('base64url'));
  const place = fc.constantFrom('/$/login', '/login/$', '/login;$', '/login?code=$', '/login#$');
  fc.assert(
    fc.property(random, place, (value, where) => {
      // a value of lower-case letters alone does not come about by chance
      fc.pre(/[\dA-Z]/.test(value));
      expect(loginPageOf(`https://id.example${where.replace('$', value)}`)).not.toContain(value);
    }),
  );
});
