import { describe, expect, test } from 'vitest';
import { exportFull } from '../../../src/handover/export-file.ts';
import { isCapturesFile, largestFile, mostCaptures, parseCaptures } from '../../../src/handover/import-captures.ts';
import { capture, now, profile } from '../../support/records.ts';

const fileOf = (captures: unknown, over: Record<string, unknown> = {}) =>
  JSON.stringify({ claimcheck: 'captures', version: 1, captures, ...over });

test('a full export is read as it was written', () => {
  const held = [capture(), capture({ id: 'c2', profileId: 'gone' })];
  const { text } = exportFull(held, [profile(), profile({ id: 'another' })], now);
  const { id, clientId, callback, issuer } = profile();
  expect(parseCaptures(text)).toEqual({
    ok: true,
    records: held.map((one, at) => ({ ok: true, at: at + 1, capture: one })),
    profiles: [{ id, clientId, callback, issuer }],
  });
  expect(isCapturesFile(text)).toBe(true);
});

test('a full export holds no secret of a profile', () => {
  const own = profile({ extraParams: [['client_secret', 's3cr3t']] });
  expect(exportFull([capture()], [own], now).text).not.toContain('s3cr3t');
});

describe('what is no file of captures', () => {
  test.each([
    ['too_large', 'x'.repeat(largestFile + 1)],
    ['not_json', '{"claimcheck":"captures",'],
    ['not_json', ''],
    ['not_captures', '[]'],
    ['not_captures', 'null'],
    ['not_captures', fileOf([], { claimcheck: 'profiles' })],
    ['not_captures', fileOf([], { version: '1' })],
    ['not_captures', fileOf('text')],
    ['version', fileOf([], { version: 2 })],
    ['too_many', fileOf(Array.from({ length: mostCaptures + 1 }, () => 0))],
  ])('%s', (problem, text) => expect(parseCaptures(text)).toMatchObject({ ok: false, problem }));
});

test('each record is read by itself, and the member that does not fit is named', () => {
  const records = [
    capture(),
    { ...capture(), tokens: { id_token: 7 } },
    'text',
    null,
    { ...capture(), source: 'mail' },
  ];
  expect(parseCaptures(fileOf(records))).toMatchObject({
    records: [
      { ok: true, at: 1 },
      { ok: false, at: 2, member: 'tokens.id_token' },
      { ok: false, at: 3, member: '' },
      { ok: false, at: 4, member: '' },
      { ok: false, at: 5, member: 'source' },
    ],
  });
});

test('members that no schema names do not come in', () => {
  const read = parseCaptures(fileOf([{ ...capture(), more: 1, ['__proto__']: { odd: 1 } }]));
  expect(read).toMatchObject({ records: [{ ok: true }] });
  expect(JSON.stringify(read)).not.toMatch(/more|odd/);
});

test('other texts that are pasted are no such file', () => {
  for (const text of ['eyJ.a.b', '{"access_token":"a"}', '{', '']) expect(isCapturesFile(text)).toBe(false);
});
