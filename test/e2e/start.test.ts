import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unpackedId } from '../../tools/browsers/unpacked-id.mjs';
import { findBrowser, OVERRIDES } from '../../tools/find-browser.mjs';
import { whole } from '../support/whole.ts';
import { callsOf, purposesIn, unaccounted } from './support/calls.ts';
import { chromiumArgs } from './support/loopback-only.ts';
import { startProxy } from './support/recording-proxy.ts';

/** Runs a command and gives what it wrote and how it ended. `chromium`: what stands for the browser. */
async function run(command: string, args: string[], chromium?: string) {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...rest } = process.env;
  const env = { ...rest, ...(chromium && { [OVERRIDES.chromium]: chromium }) };
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

/** A command that starts Chromium behind a recording proxy, whatever else it is told. */
async function behindProxy() {
  const proxy = await startProxy();
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-proxied-'));
  const chromium = join(folder, 'chromium');
  const words = [findBrowser('chromium') ?? 'chromium', ...chromiumArgs(proxy)].map((word) => `'${word}'`);
  writeFileSync(chromium, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, { mode: 0o755 });
  const close = async () => {
    rmSync(folder, { recursive: true, force: true });
    await proxy.close();
  };
  return { chromium, passed: proxy.passed, close };
}

test('npm start -- --headless --json signs in by itself and writes one object, and nothing else', async () => {
  const proxied = await behindProxy();
  const start = ['start', '--silent', '--', '--headless', '--json'];
  const { code, stdout, stderr } = await run('npm', start, proxied.chromium).finally(proxied.close);
  expect(code, stderr).toBe(0);
  const { profile, capture, claims, userinfo, curl, code: byCode } = JSON.parse(stdout);
  const origin = `chrome-extension://${unpackedId(realpathSync('dist/chromium-granted'))}`;
  const calls = callsOf([], proxied.passed, origin);
  expect(calls.map(purposesIn([['profiles', [profile]]]))).toEqual(
    expect.arrayContaining(['keys', 'metadata', 'token', 'userinfo']),
  );
  expect(unaccounted(calls, [['profiles', [profile]]])).toEqual([]);
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

// what is done is what the test above sees
test.runIf(whole('proofs', true, false))(
  'without a display it does the same and tells a person what was captured',
  async () => {
    const { code, stdout } = await run('npm', ['start', '--silent']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Captured from the fragment of http:\/\/localhost:\d+\/callback: access_token, id_token/);
    expect(stdout).toContain('userInfo answered 200');
    expect(stdout).toMatch(/Code flow: authorization_code answered 200, refresh_token answered 200: /);
  },
);
