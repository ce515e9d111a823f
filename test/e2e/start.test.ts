import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

/** Runs a command and gives what it wrote and how it ended. */
async function run(command: string, args: string[]) {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

test('npm start -- --headless --json signs in by itself and writes one object, and nothing else', async () => {
  const { code, stdout, stderr } = await run('npm', ['start', '--silent', '--', '--headless', '--json']);
  expect(code, stderr).toBe(0);
  const { profile, capture, claims, userinfo, curl, code: byCode } = JSON.parse(stdout);
  expect(profile).toMatchObject({ provider: 'cognito', responseType: 'token' });
  expect(capture).toMatchObject({
    profileId: profile.id,
    startedHere: true,
    source: 'fragment',
    callback: profile.callback,
  });
  expect(claims.id_token).toMatchObject({ token_use: 'id', aud: profile.clientId, iss: profile.issuer });
  expect(claims.access_token).toMatchObject({ token_use: 'access', client_id: profile.clientId });
  expect(userinfo).toMatchObject({ sub: claims.id_token.sub, email_verified: 'true' });
  expect(curl.exitCode).toBe(0);
  expect(curl.command).toContain(capture.tokens.access_token);
  expect(JSON.parse(curl.output)).toEqual(userinfo);
  const ways = byCode.capture.tokenCalls.map(({ grant }: { grant: string }) => grant);
  expect(ways).toEqual(['authorization_code', 'refresh_token']);
  expect(Object.keys(byCode.capture.tokens).sort()).toEqual(['access_token', 'id_token', 'refresh_token']);
});

test('without a display it does the same and tells a person what was captured', async () => {
  const { code, stdout } = await run('npm', ['start', '--silent']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Captured from the fragment of http:\/\/localhost:\d+\/callback: access_token, id_token/);
  expect(stdout).toContain('userInfo answered 200');
  expect(stdout).toMatch(/Code flow: authorization_code answered 200, refresh_token answered 200: /);
});
