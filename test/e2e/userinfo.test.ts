import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Profile } from '../../src/protocol/records.ts';
import type { Driver, TestPage } from '../../tools/browsers/driver.ts';
import { captureWith } from '../../tools/journey.mjs';
import { waitUntil } from '../../tools/wait-until.mjs';
import { idClaims, profile, token } from '../support/records.ts';
import { whole } from '../support/whole.ts';
import { browsersAlike } from './support/browsers.ts';
import { callApi } from './support/extension.ts';
import { type PageServer, servePages } from './support/page-server.ts';

const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization' };
const challenge = 'error="invalid_token", error_description="Access token does not contain openid scope"';

describe.each(browsersAlike)('userInfo in %s', (_, launch) => {
  let driver: Driver;
  let server: PageServer;
  let elsewhere: PageServer;
  let popup: TestPage;

  beforeAll(async () => {
    elsewhere = await servePages((_request, response) => response.writeHead(200, cors).end('{}'));
    server = await servePages((request, response) => {
      const { url = '', method } = request;
      if (method === 'OPTIONS') response.writeHead(204, cors).end();
      else if (url === '/ok')
        response
          .writeHead(200, { ...cors, 'content-type': 'application/json' })
          .end('{"sub":"ada","email_verified":"true"}');
      else if (url === '/401')
        response
          .writeHead(401, {
            ...cors,
            'www-authenticate': challenge,
          })
          .end('{}');
      else if (url === '/403') response.writeHead(403, cors).end('{"error":"insufficient_scope"}');
      else if (url === '/503') response.writeHead(503, cors).end('busy');
      else if (url === '/html')
        response.writeHead(200, { ...cors, 'content-type': 'text/html' }).end('<h1 onclick="alert(1)">Portal</h1>');
      else if (url === '/redirect') response.writeHead(302, { ...cors, location: elsewhere.origin }).end();
      else if (url === '/50-mb') sendForEver(response);
      else if (url === '/no-cors') response.writeHead(200).end('{"sub":"ada"}');
      else if (url === '/401-no-cors') response.writeHead(401, { 'www-authenticate': challenge }).end();
      else if (url !== '/never') response.writeHead(404, cors).end();
    });
    driver = await launch();
    popup = await driver.openPage('popup.html');
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
    await elsewhere?.close();
  });

  function sendForEver(response: import('node:http').ServerResponse): void {
    response.writeHead(200, { ...cors, 'content-type': 'application/json' });
    const chunk = 'x'.repeat(1_000_000);
    let left = 50;
    const more = () => {
      while (left-- > 0) if (!response.write(chunk)) return void response.once('drain', more);
      response.end();
    };
    more();
  }

  /** A capture whose profile has this endpoint, and a press on "Call userInfo". */
  async function call(path: string, origin = server.origin): Promise<void> {
    const endpoints = { authorization: `${server.origin}/authorize`, userinfo: `${origin}${path}` };
    const callback = `${server.origin}/callback`;
    await driver.writeStorage('local', { profiles: [profile({ endpoints, callback })], activeProfile: 'p1' });
    await driver.writeStorage('session', { captures: [] });
    const page = await driver.newTab();
    const access = token({ sub: 'ada', path });
    await driver.visit(
      page,
      `${callback}#id_token=${token(idClaims({ email_verified: true }))}&access_token=${access}&token_type=Bearer`,
      { mayFail: true },
    );
    await captureWith(driver, ({ tokens, judgedAt }) => tokens.access_token === access && judgedAt, 'the capture');
    await page.close();
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Call userInfo', exact: true }).click();
  }

  const heading = (name: string | RegExp) => popup.getByRole('heading', { name }).waitFor();

  test('the answer is shown beside the ID token, in a header and nowhere else went the token', async () => {
    await call('/ok');
    const capture = await captureWith(driver, ({ userinfo }) => userinfo, 'the answer');
    expect(capture.userinfo).toMatchObject({ status: 200, body: '{"sub":"ada","email_verified":"true"}' });
    await popup.getByText('Cognito sends every userInfo value as text').waitFor();
    expect(
      server.requests.filter((request) => request.includes('access_token') && !request.includes('/callback')),
    ).toEqual([]);
  });

  test.each([
    ['401', '/401', /refused the access token/i],
    ['403', '/403', /403|not allowed|may not|scope/i],
    ['503', '/503', /503|failed/i],
    ['a redirect, which is not followed', '/redirect', /redirect|sent elsewhere|elsewhere/i],
    ['50 MB', '/50-mb', /too (long|large|big)/i],
    ['no CORS and no access to the host', '/no-cors', /no answer|not reach|could not be reached|unreachable/i],
  ])('%s has its own words', async (_what, path, words) => {
    await call(path);
    await captureWith(driver, ({ userinfo, userinfoFailure }) => userinfo ?? userinfoFailure, 'an outcome');
    await heading(words);
    expect(elsewhere.requests).toEqual([]);
  });

  test('HTML is shown as text', async () => {
    await call('/html');
    await popup.getByText('<h1 onclick="alert(1)">Portal</h1>').waitFor();
  });

  test('a provider on [::1] is refused with the reason', async () => {
    await call('/ok', `http://[::1]:${server.port}`);
    const capture = await captureWith(driver, ({ userinfoFailure }) => userinfoFailure, 'the refusal');
    expect(capture.userinfoFailure?.kind).toBe('blocked_scheme');
  });

  test('with access to the host the reason of a refusal is read from its header, without CORS', async () => {
    await driver.grantHosts(['http://127.0.0.1/*']);
    await call('/401-no-cors');
    const { userinfo } = await captureWith(driver, (capture) => capture.userinfo, 'the refusal');
    expect(userinfo?.wwwAuthenticate).toContain('openid scope');
    await popup.getByText('lacks the scope openid').waitFor();
  });

  test('a token of another provider than the profile has since is sent nowhere', async () => {
    await call('/ok');
    const { id } = await captureWith(driver, ({ userinfo }) => userinfo, 'the answer');
    const { profiles } = await driver.readStorage('local', 'profiles');
    const [own] = profiles as Profile[];
    const endpoints = { ...own?.endpoints, authorization: `${server.origin}/realms/another/authorize` };
    await driver.writeStorage('local', { profiles: [{ ...own, endpoints }] });
    const asked = server.requests.length;
    const button = popup.getByRole('button', { name: 'Call userInfo', exact: true });
    await waitUntil(async () => (await button.getAttribute('aria-disabled')) === 'true', { what: 'no way to send it' });
    const message = { type: 'callUserinfo', captureId: id, anyway: true };
    const outcome = await callApi(driver, 'runtime.sendMessage', message);
    expect(outcome).toEqual({ ok: false, reason: expect.stringContaining('another client or provider') });
    expect(server.requests).toHaveLength(asked);
  });

  // how the limit is kept is tested where it is set: this one waits it out
  test.runIf(whole('proofs', true, false))('no answer within 10 s', async () => {
    await call('/never');
    const capture = await captureWith(driver, ({ userinfoFailure }) => userinfoFailure, 'the time-out', 20_000);
    expect(capture.userinfoFailure?.kind).toBe('timeout');
    await heading(/10 s|in time/i);
  });
});
