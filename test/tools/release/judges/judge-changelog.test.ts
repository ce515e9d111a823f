import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import packageJson from '../../../../package.json' with { type: 'json' };
import { findSection, judgeChangelog } from '../../../../tools/release/judges/judge-changelog.mjs';

const changelog =
  '# Changelog\n\n## 0.3.0, unreleased\n\nTo come.\n\n## 0.2.0 – 2026-12-01\n\nNew things.\n\n### Permissions\n\nNone.\n\n## 0.1.0\n\n## 0.0.1\nOld.\n';

test('the section of a version goes to the next version', () => {
  expect(findSection(changelog, '0.2.0')).toBe('New things.\n\n### Permissions\n\nNone.');
  expect(findSection(changelog, '0.0.1')).toBe('Old.');
});

test('a version with a text passes', () => {
  expect(judgeChangelog({ version: '0.2.0', changelog }).result).toBe('pass');
});

test('a version without a day is not released yet', () => {
  expect(judgeChangelog({ version: '0.3.0', changelog })).toMatchObject({
    result: 'not_checked',
    said: '"## 0.3.0, unreleased" has no day yet',
  });
});

test('a version without a heading fails, also where another begins like it', () => {
  expect(judgeChangelog({ version: '0.2', changelog })).toMatchObject({
    result: 'fail',
    said: expect.stringMatching(/"## 0\.2"/),
  });
});

test('a heading without a text fails', () => {
  expect(judgeChangelog({ version: '0.1.0', changelog }).result).toBe('fail');
});

test('the version of today has its section, with whatever stands beside the number', () => {
  const { version } = packageJson;
  expect(judgeChangelog({ version, changelog: readFileSync('CHANGELOG.md', 'utf8') }).result).not.toBe('fail');
  expect(judgeChangelog({ version, changelog: `## ${version}, 2026-12-01\n\nNew.\n` }).result).toBe('pass');
});
