import { describe, expect, test } from 'vitest';
import {
  largestFile,
  mostProfiles,
  type ProfileFileRead,
  parseProfileFile,
  profileFile,
} from '../../../src/handover/profile-share-file.ts';
import { now, profile } from '../../support/records.ts';

const fileOf = (profiles: unknown, over: Record<string, unknown> = {}) =>
  JSON.stringify({ claimcheck: 'profiles', version: 1, profiles, ...over });

describe('a file of profiles', () => {
  test('brings back what went in', () => {
    const both = [profile(), profile({ id: 'p2', name: 'Größe 日本', clientAuth: 'client_secret_post' })];
    const { text, leftOut } = profileFile(both);
    expect(leftOut).toEqual([]);
    expect(parseProfileFile(text)).toEqual({
      ok: true,
      records: both.map((one) => ({ ok: true, profile: { ...one, id: 'shared' }, leftOut: [] })),
    });
  });

  test('says what was left out of which profile', () => {
    const extraParams: [string, string][] = [['client_secret', 's3cr3t']];
    const { text, leftOut } = profileFile([profile(), profile({ name: 'leaky', extraParams })]);
    expect(leftOut).toEqual([{ name: 'leaky', members: ['client_secret'] }]);
    expect(text).not.toContain('s3cr3t');
  });

  test('keeps members that a newer version wrote', () => {
    const newer = { ...profile(), future: { deep: [1] } };
    expect(parseProfileFile(fileOf([newer]))).toMatchObject({ records: [{ profile: { future: { deep: [1] } } }] });
  });

  test('brings no secret in, whoever wrote it', () => {
    const written = {
      ...profile({ extraParams: [['client_secret', 's3cr3t']] }),
      metadata: { fetchedAt: now, document: {} },
      trustedOnFirstUse: { issuer: 'https://evil.example', at: now },
    };
    expect(parseProfileFile(fileOf([written]))).toEqual({
      ok: true,
      records: [{ ok: true, profile: { ...profile(), id: 'shared' }, leftOut: ['client_secret'] }],
    });
  });

  test('names the record and the member that does not fit, and reads the others', () => {
    const records = [
      profile(),
      { ...profile({ name: 'half' }), endpoints: {} },
      { ...profile({ name: 'odd' }), extraParams: [['a']] },
      { ...profile(), name: 7 },
      'text',
      null,
      [],
    ];
    expect(parseProfileFile(fileOf(records))).toEqual({
      ok: true,
      records: [
        { ok: true, profile: { ...profile(), id: 'shared' }, leftOut: [] },
        { ok: false, name: 'half', member: 'endpoints.authorization' },
        { ok: false, name: 'odd', member: 'extraParams.0.1' },
        { ok: false, member: 'name' },
        { ok: false, member: '' },
        { ok: false, member: '' },
        { ok: false, member: '' },
      ],
    });
  });

  const refused: [what: string, text: string, read: ProfileFileRead][] = [
    ['is too large', `${fileOf([])}${' '.repeat(largestFile)}`, { ok: false, problem: 'too_large' }],
    ['is no JSON', '{"claimcheck":', { ok: false, problem: 'not_json' }],
    ['is empty', '', { ok: false, problem: 'not_json' }],
    ['is JSON of something else', '[1]', { ok: false, problem: 'not_profiles' }],
    ['is null', 'null', { ok: false, problem: 'not_profiles' }],
    ['holds something else', fileOf([], { claimcheck: 'capture' }), { ok: false, problem: 'not_profiles' }],
    ['has no list', fileOf({}), { ok: false, problem: 'not_profiles' }],
    ['is of a newer version', fileOf([], { version: 2 }), { ok: false, problem: 'version', detail: '2' }],
    [
      'is of a newer version that keeps its profiles otherwise',
      fileOf([], { version: 2, profiles: {} }),
      { ok: false, problem: 'version', detail: '2' },
    ],
    ['names no version', fileOf([], { version: undefined }), { ok: false, problem: 'not_profiles' }],
    ['names an older version', fileOf([], { version: 0 }), { ok: false, problem: 'not_profiles' }],
    ['names a version in words', fileOf([], { version: '2' }), { ok: false, problem: 'not_profiles' }],
    [
      'holds too many',
      fileOf(Array.from({ length: mostProfiles + 1 }, () => ({}))),
      { ok: false, problem: 'too_many', detail: '201' },
    ],
  ];
  test.each(refused)('that %s is refused', (_what, text, read) => {
    expect(parseProfileFile(text)).toEqual(read);
  });

  test('with a byte order mark is read', () => {
    expect(parseProfileFile(`\uFEFF${fileOf([])}`)).toEqual({ ok: true, records: [] });
  });

  test('nested without end is read, and what is too deep stays out', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = fileOf([{ ...profile(), future: 'here' }]).replace('"here"', deep);
    expect(parseProfileFile(text)).toMatchObject({ ok: true, records: [{ ok: true, leftOut: ['future'] }] });
  });
});
