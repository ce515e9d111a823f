import { describe, expect, test } from 'vitest';
import { whoAsked } from '../e2e/support/who-asked.ts';
import { profile } from '../support/records.ts';

const origin = 'chrome-extension://abc';
const passed = (host: string, headers: Record<string, string> = {}) => ({
  at: 0,
  method: 'GET',
  host,
  path: '/',
  headers,
});
const issuer = 'https://id.pool.net';
const stored = [['profiles', [profile({ issuer })]]] as [string, unknown][];
const keys = { method: 'GET', address: `${issuer}/.well-known/jwks.json` };
const asked = (hosts: string[], calls = [keys]) =>
  whoAsked(
    hosts.map((host) => passed(host)),
    calls,
    stored,
    origin,
  );

describe('what left a browser', () => {
  test('is told apart: the extension’s calls, pages here and elsewhere, and what the browser asked itself', () => {
    const own = passed('id.pool.net', { origin });
    const hosts = [
      'localhost:3000',
      'app.example:443',
      'update.googleapis.com',
      'firefox.settings.services.mozilla.com',
    ];
    expect(whoAsked([own, ...hosts.map((host) => passed(host))], [keys], stored, origin)).toEqual({
      extension: { keys: 1 },
      pages: 1,
      elsewhere: { 'app.example:443': 1 },
      browser: { 'update.googleapis.com': 1, 'firefox.settings.services.mozilla.com': 1 },
      nobody: [],
    });
  });

  test('and is nobody’s where no profile, no test and no browser names the host', () => {
    expect(asked(['id.pool.net', 'collect.other.net', 'google.com.other.net']).nobody).toEqual([
      'collect.other.net',
      'google.com.other.net',
    ]);
  });
});
