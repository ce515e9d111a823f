import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';
import { authorizeUrl, Browser, type Demo, type Query, withDemo } from './support.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ callbacks: ['https://app.example.com/done?tenant=7', 'myapp://callback'] });
});
afterAll(() => demo.close());

type ClientName = keyof Demo['clients'];

/** Where the authorize request leads, without following it. */
async function locationOf(of: Demo, name: ClientName, parameters: Query): Promise<string | null> {
  const page = await new Browser().request(authorizeUrl(of, of.clients[name], parameters));
  expect(page.status).toBe(302);
  return page.headers.get('location');
}

describe('when client or callback cannot be trusted, the pool’s own error page is shown', () => {
  const cases: [string, ClientName, Query, string][] = [
    ['client_id missing', 'implicit', { client_id: undefined }, '/error?error=Required+parameters+missing'],
    ['client_id empty', 'implicit', { client_id: '' }, '/error?error=Required+parameters+missing'],
    ['client unknown', 'implicit', { client_id: 'nobody' }, '/error?error=invalid_request&client_id=nobody'],
    ['redirect_uri missing', 'implicit', { redirect_uri: undefined }, '/error?error=Required+parameters+missing'],
    [
      'identity provider unknown',
      'implicit',
      { identity_provider: 'Google' },
      '/error?error=invalid_request&client_id={id}',
    ],
    [
      'machine client without callbacks',
      'machine',
      { response_type: 'code' },
      '/error?error=redirect_mismatch&client_id={id}',
    ],
  ];
  test.each(cases)('%s', async (_title, name, parameters, expected) => {
    expect(await locationOf(demo, name, parameters)).toBe(expected.replace('{id}', demo.clients[name].clientId));
  });

  const mismatches = [
    'http://localhost:3000/callback/',
    'http://localhost:3000/callbac',
    'http://localhost:3000/',
    'http://localhost:3001/callback',
    'http://127.0.0.1:3000/callback',
    'https://localhost:3000/callback',
    'http://localhost:3000/callback?x=1',
    'http://user@localhost:3000/callback',
    'HTTP://localhost:3000/callback',
  ];
  test.each(mismatches)('callback %s is not the registered string', async (redirect_uri) => {
    const { clientId } = demo.clients.implicit;
    expect(await locationOf(demo, 'implicit', { redirect_uri })).toBe(
      `/error?error=redirect_mismatch&client_id=${clientId}`,
    );
  });

  test('the error page answers 400 and says so', async () => {
    const page = await new Browser().visit(authorizeUrl(demo, demo.clients.implicit, { client_id: 'nobody' }));
    expect(page.url.pathname).toBe('/error');
    expect(page.status).toBe(400);
    expect(page.text).toContain('An error was encountered with the requested page.');
  });

  test('the client is judged before the callback, and both before anything else', async () => {
    const wrong = { client_id: 'nobody', redirect_uri: 'https://evil.example/', response_type: 'x', scope: 'y' };
    expect(await locationOf(demo, 'implicit', wrong)).toContain('error=invalid_request');
    const { client_id: _, ...rest } = wrong;
    expect(await locationOf(demo, 'implicit', rest)).toContain('error=redirect_mismatch');
  });
});

describe('when client and callback are in order, the error goes to the callback', () => {
  const challenge = 'a'.repeat(43);
  const cases: [string, ClientName, Query, string][] = [
    [
      'scope unknown',
      'implicit',
      { scope: 'openid nonsense' },
      '#error_description=invalid_scope&state=st&error=invalid_request',
    ],
    [
      'scope not enabled',
      'noImplicit',
      { scope: 'openid phone' },
      '?error_description=invalid_scope&state=st&error=invalid_request',
    ],
    [
      'offline_access',
      'code',
      { scope: 'openid offline_access' },
      '?error_description=invalid_scope&state=st&error=invalid_request',
    ],
    [
      'email without openid',
      'code',
      { scope: 'email' },
      '?error_description=invalid_scope&state=st&error=invalid_request',
    ],
    [
      'no state sent',
      'implicit',
      { scope: 'nonsense', state: undefined },
      '#error_description=invalid_scope&error=invalid_request',
    ],
    [
      'token without the implicit grant',
      'noImplicit',
      { response_type: 'token' },
      '#error_description=unauthorized_client&state=st&error=invalid_request',
    ],
    [
      'code without the code grant',
      'implicit',
      { response_type: 'code' },
      '?error_description=unauthorized_client&state=st&error=invalid_request',
    ],
    ['response_type missing', 'both', { response_type: undefined }, '?state=st&error=invalid_request'],
    ['response_type hybrid', 'both', { response_type: 'code id_token' }, '?state=st&error=invalid_request'],
    ['challenge without method', 'code', { code_challenge: challenge }, '?state=st&error=invalid_request'],
    [
      'challenge method plain',
      'code',
      { code_challenge: challenge, code_challenge_method: 'plain' },
      '?state=st&error=invalid_request',
    ],
    [
      'challenge too short',
      'code',
      { code_challenge: 'abc', code_challenge_method: 'S256' },
      '?state=st&error=invalid_request',
    ],
    [
      'resource on the classic pages',
      'code',
      { resource: 'https://api.example.com' },
      '?error_description=invalid_scope&state=st&error=invalid_request',
    ],
  ];
  test.each(cases)('%s', async (_title, name, parameters, expected) => {
    expect(await locationOf(demo, name, parameters)).toBe(demo.callback + expected);
  });

  test('a callback with a query of its own keeps it', async () => {
    const redirect_uri = 'https://app.example.com/done?tenant=7';
    expect(await locationOf(demo, 'code', { redirect_uri, scope: 'x' })).toBe(
      `${redirect_uri}&error_description=invalid_scope&state=st&error=invalid_request`,
    );
  });

  test('a callback with a custom scheme gets it too', async () => {
    expect(await locationOf(demo, 'implicit', { redirect_uri: 'myapp://callback', scope: 'x' })).toBe(
      'myapp://callback#error_description=invalid_scope&state=st&error=invalid_request',
    );
  });

  test('as the documentation prints it, error is the reason itself', () =>
    withDemo({ documentationErrors: true }, async (own) => {
      expect(await locationOf(own, 'code', { scope: 'x' })).toBe(`${own.callback}?error=invalid_scope&state=st`);
      expect(await locationOf(own, 'implicit', { response_type: 'code' })).toBe(
        `${own.callback}?error=unauthorized_client&state=st`,
      );
    }));
});

test('raw JSON in the state ends in an empty 400', async () => {
  const page = await new Browser().request(authorizeUrl(demo, demo.clients.implicit, { state: '{"next":"/"}' }));
  expect(page.status).toBe(400);
  expect(page.text).toBe('');
});

test('a client with one callback may leave redirect_uri out', () =>
  withDemo({}, async (own) => {
    expect(await locationOf(own, 'code', { redirect_uri: undefined })).toMatch(/^\/login\?/);
  }));

test('an accepted request without a session goes to the login page with the same query', async () => {
  const url = authorizeUrl(demo, demo.clients.implicit, { scope: 'openid email', nonce: 'n-1' });
  const page = await new Browser().request(url);
  expect(page.headers.get('location')).toBe(`/login${url.search}`);
});
