import { describe, expect, test } from 'vitest';
import { lockSecret, openSecret } from '../../../src/actions/kept-secret.ts';
import { decodeBase64url, encodeBase64url } from '../../../src/protocol/base64url.ts';

const passphrase = 'correct horse battery';
const secret = 'sécret ﻿+/=:% 😀';
const record = await lockSecret(secret, passphrase, 'p1');

/** The same bytes with the first one changed. */
function flipped(text: string): string {
  const { bytes } = decodeBase64url(text);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return encodeBase64url(bytes);
}

describe('a client secret on disk', () => {
  test('comes back to the letter for the passphrase and the profile', async () => {
    expect(await openSecret(record, passphrase, 'p1')).toEqual({ ok: true, secret });
  });

  test('comes back for the same passphrase in other code points', async () => {
    const composed = await lockSecret('s', 'caf\u00e9 caf\u00e9 caf\u00e9', 'p1');
    expect(await openSecret(composed, 'cafe\u0301 cafe\u0301 cafe\u0301', 'p1')).toEqual({ ok: true, secret: 's' });
  });

  test('shows nothing of itself, and is written anew each time', async () => {
    const again = await lockSecret(secret, passphrase, 'p1');
    for (const member of ['salt', 'iv', 'data'] as const) expect(again[member]).not.toBe(record[member]);
    expect(decodeBase64url(record.salt).bytes).toHaveLength(16);
    expect(decodeBase64url(record.iv).bytes).toHaveLength(12);
    expect(record.iterations).toBeGreaterThanOrEqual(600_000);
    expect(JSON.stringify(record)).not.toContain('cret');
  });

  const closed: [what: string, record: unknown, passphrase: string, profileId: string][] = [
    ['another passphrase', record, `${passphrase} `, 'p1'],
    ['another profile', record, passphrase, 'p2'],
    ['another salt', { ...record, salt: flipped(record.salt) }, passphrase, 'p1'],
    ['another iv', { ...record, iv: flipped(record.iv) }, passphrase, 'p1'],
    ['other data', { ...record, data: flipped(record.data) }, passphrase, 'p1'],
    ['another count', { ...record, iterations: 600_001 }, passphrase, 'p1'],
    ['no data', { ...record, data: '' }, passphrase, 'p1'],
  ];

  test.each(closed)('stays closed for %s', async (_what, held, typed, profileId) => {
    expect(await openSecret(held, typed, profileId)).toEqual({ ok: false, problem: 'passphrase' });
  });

  const foreign: [what: string, record: unknown][] = [
    ['nothing', undefined],
    ['a text', 'secret'],
    ['another version', { ...record, version: 2 }],
    ['a member that is missing', { version: 1, iterations: 600_000, salt: record.salt, iv: record.iv }],
    ['a count that would keep the worker busy', { ...record, iterations: 1e12 }],
    ['a count that protects nothing', { ...record, iterations: 1000 }],
    ['half an iteration', { ...record, iterations: 600_000.5 }],
    ['a short iv', { ...record, iv: 'AAAA' }],
    ['a short salt', { ...record, salt: 'AAAA' }],
    ['what is no base64url', { ...record, data: '%%%' }],
  ];

  test.each(foreign)('is none where there is %s', async (_what, held) => {
    expect(await openSecret(held, passphrase, 'p1')).toEqual({ ok: false, problem: 'record' });
  });
});
