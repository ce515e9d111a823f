import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { heldNow } from '../../../../tools/release/held-now.mjs';
import { heldIn, judgePermissions } from '../../../../tools/release/judges/judge-permissions.mjs';

const held = { permissions: ['storage'], optional_permissions: ['idle'] };
const last = { version: '0.1.0', held: { chromium: held, firefox: held } };
const changelog = '## 0.2.0\n\n`tabs` for nothing at all\n\n## 0.1.0\n\n`history`\n';
const judge = (chromium: Record<string, string[]>, firefox: Record<string, string[]> = held) =>
  judgePermissions({ version: '0.2.0', changelog, held: { chromium, firefox }, last });

test('the same as in the last release passes', () => {
  expect(judge(held).result).toBe('pass');
});

test('one that is new passes if its version names it in the changelog', () => {
  expect(judge({ ...held, permissions: ['storage', 'tabs'] }).result).toBe('pass');
});

test('named under another version is not named', () => {
  expect(judge(held, { ...held, optional_permissions: ['idle', 'history'] })).toMatchObject({
    result: 'fail',
    said: 'changed since 0.1.0: history',
  });
});

test('one that is gone, or required instead of optional, has to be named too', () => {
  expect(judge({ permissions: ['storage'] }).said).toMatch(/idle/);
  expect(judge({ permissions: ['storage', 'idle'], optional_permissions: [] }).said).toMatch(/idle/);
});

test('hosts count as permissions', () => {
  expect(judge({ ...held, optional_host_permissions: ['https://*/*'] }).said).toMatch(/https:\/\/\*\/\*/);
});

test('before the first release everything has to be named', () => {
  const first = { version: null, held: { chromium: {}, firefox: {} } };
  const verdict = judgePermissions({ version: '0.2.0', changelog, held: last.held, last: first });
  expect(verdict).toMatchObject({
    result: 'fail',
    said: 'changed since the beginning: there is no release yet: idle, storage',
  });
});

test('of a manifest only what it asks for is held', () => {
  expect(heldIn({ name: 'x', permissions: ['storage'], commands: {} })).toEqual({ permissions: ['storage'] });
});

test('what changed since the last release is named in the changelog of today', () => {
  const last = JSON.parse(readFileSync('docs/store/permissions.json', 'utf8'));
  const release = { ...heldNow(), last };
  expect(judgePermissions({ ...release, changelog: readFileSync('CHANGELOG.md', 'utf8') })).toMatchObject({
    result: 'pass',
  });
});
