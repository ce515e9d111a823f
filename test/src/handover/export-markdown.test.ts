import { describe, expect, test } from 'vitest';
import { exportRedacted } from '../../../src/handover/export-file.ts';
import { exportMarkdown } from '../../../src/handover/export-markdown.ts';
import { plainText } from '../../../src/handover/markdown-text.ts';
import type { Capture } from '../../../src/protocol/records.ts';
import { capture, now, profile, token } from '../../support/records.ts';

const markdown = async (over: Partial<Capture>) =>
  exportMarkdown((await exportRedacted([capture(over)], [profile()], { masked: new Set(['sub']), at: now })).content);

describe('a text from outside', () => {
  test.each([
    ['a | b', 'a &#124; b'],
    ['<img src=x>', '&#60;img src&#61;x&#62;'],
    ['[a](http://b)', '&#91;a&#93;&#40;http&#58;&#47;&#47;b&#41;'],
    ['@team `x` *y*', '&#64;team &#96;x&#96; &#42;y&#42;'],
    ['two\nlines', 'two lines'],
    ['a\u202Eb', 'a⟨U&#43;202E⟩b'],
  ])('%s is text', (text, written) => expect(plainText(text)).toBe(written));
});

test('says who, when, which checks, the claims and what happened', async () => {
  const text = await markdown({
    tokens: { id_token: token({ sub: 'ada-1', 'cognito:groups': ['admins'] }) },
    verdicts: [
      { check: 'state', result: 'pass' },
      { check: 'nonce', result: 'not_checked', token: 'id_token', reason: 'No request.' },
    ],
    events: [{ at: now, kind: 'captured' }],
    error: { error: 'access_denied', description: 'No | <b>' },
  });
  for (const words of [
    '# A login, exported from Claimcheck',
    '| Captured | 2026-11-23 19:02:16 UTC |',
    '1 passed, 0 failed, 1 not checked.',
    '| `nonce` | id_token | Not checked | No request&#46; |',
    '| `cognito:groups` | `["admins"]` |',
    '| `description` | `No \\| ⟨U+003C⟩b⟨U+003E⟩` |',
    '| 2026-11-23 19:02:16 UTC | `captured` |  |',
    '- 1 signature cut',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('ada-1');
});

test('every row of a table has the cells of its head', async () => {
  const hostile = '| a \\| b ` c\n| d |';
  const text = await markdown({
    tokens: { id_token: token({ [hostile]: hostile }) },
    verdicts: [{ check: hostile, result: 'fail', reason: hostile, expected: hostile, actual: hostile }],
    events: [{ at: now, kind: hostile, detail: hostile }],
    error: { error: hostile, description: hostile },
  });
  for (const block of text.split('\n\n').filter((one) => one.startsWith('|'))) {
    const bars = block.split('\n').map((line) => line.replaceAll('\\|', '').split('|').length);
    expect(new Set(bars).size, block).toBe(1);
  }
});
