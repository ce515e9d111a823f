import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { startDemo } from '../../demo/pool.mjs';

const main = fileURLToPath(new URL('../../demo/main.mjs', import.meta.url));
let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill('SIGKILL');
  vi.restoreAllMocks();
});

/** Starts main and collects what it prints until it says how to end it. */
async function run(...options: string[]) {
  const process_ = spawn(process.execPath, [main, ...options]);
  child = process_;
  const out = { stdout: '', stderr: '' };
  process_.stderr.on('data', (chunk) => {
    out.stderr += chunk;
  });
  const ready = new Promise<void>((resolve, reject) => {
    process_.stdout.on('data', (chunk) => {
      out.stdout += chunk;
      if (out.stdout.includes('Ctrl-C')) resolve();
    });
    process_.once('exit', () => reject(new Error(`main ended early: ${out.stderr}`)));
  });
  await ready;
  return { process_, out };
}

test('main says where the pool is and who can sign in, and ends on Ctrl-C', async () => {
  const { process_, out } = await run('--callback', 'https://app.example.com/cb', '--callback', 'myapp://callback');
  const issuer = /Issuer {4}(\S+)/.exec(out.stdout)?.[1] ?? '';
  expect((await fetch(`${issuer}/.well-known/openid-configuration`)).status).toBe(200);
  expect(out.stdout).toContain('https://app.example.com/cb myapp://callback');
  expect(out.stdout).toMatch(/implicit +\w{26}/);
  expect(out.stdout).toMatch(/ada\.okafor +\S+ +admins, billing, beta-testers/);
  expect(out.stdout).not.toContain('oidc-provider');
  expect(out.stderr).toBe('');

  process_.kill('SIGINT');
  expect(await once(process_, 'exit')).toEqual([0, null]);
});

test('starting a pool prints nothing', async () => {
  const writes = [vi.spyOn(process.stdout, 'write'), vi.spyOn(console, 'info'), vi.spyOn(console, 'warn')];
  await (await startDemo()).close();
  for (const write of writes) expect(write).not.toHaveBeenCalled();
});
