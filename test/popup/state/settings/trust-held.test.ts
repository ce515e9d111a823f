import { describe, expect, test } from 'vitest';
import { type Held, heldRows } from '../../../../popup/state/settings/trust-held.ts';
import { capture, idClaims, login, now, token } from '../../../support/records.ts';

const nothing: Held = {
  ...{ captures: [], privateCaptures: [], logins: [], settings: {} },
  ...{ secrets: 0, keptSecrets: 0, ownProfiles: 0, documents: 0, requests: 0 },
};
const access = (name: string) => token({ name, exp: now / 1000 + 3600 });
const row = (held: Partial<Held>, what: string) => {
  return heldRows({ ...nothing, ...held }, now).find((one) => one.what === what);
};

test('where nothing is stored every row says so', () => {
  const rows = heldRows(nothing, now);
  expect(new Set(rows.map(({ count }) => count))).toEqual(new Set(['None']));
  expect(new Set(rows.map(({ until }) => until))).toEqual(new Set(['']));
});

test('only profiles and encrypted secrets lie on disk', () => {
  const onDisk = heldRows(nothing, now).filter(({ place }) => place === 'Disk');
  expect(onDisk.map(({ what }) => what)).toEqual(['Profiles', 'Client secrets, encrypted']);
});

test('what is held is counted, and has an end', () => {
  const held = { logins: [login(), login({ ended: true })], secrets: 1, keptSecrets: 2, ownProfiles: 1000 };
  expect(row(held, 'Sign-ins under way')).toMatchObject({ count: '1', until: expect.stringMatching(/at the latest/) });
  expect(row(held, 'Client secrets')).toMatchObject({ count: '1', until: 'The browser closes' });
  expect(row(held, 'Client secrets, encrypted')).toMatchObject({ count: '2', until: 'You delete them' });
  expect(row(held, 'Profiles')).toMatchObject({ count: '1,000' });
});

describe('tokens', () => {
  test('are counted by kind, those of private windows and those that were replaced among them', () => {
    const [one, other] = [access('one'), access('other')];
    const exchanged = capture({
      tokens: { id_token: token(idClaims()), access_token: one, refresh_token: 'r' },
      frontChannel: { tokens: { id_token: token(idClaims({ nonce: 'other' })) } },
      replaced: { tokens: { access_token: other, refresh_token: 'r' }, at: now },
      original: { id_token: token(idClaims()) },
    });
    const held = { captures: [exchanged], privateCaptures: [capture({ tokens: { access_token: one } })] };
    expect(row(held, 'Tokens')?.count).toBe('2 ID tokens, 3 access tokens, 1 refresh token');
    expect(row(held, 'Captures')?.count).toBe('1');
    expect(row(held, 'Captures of private windows')?.count).toBe('1');
  });
});

describe('captures go', () => {
  const soon = capture({ tokens: { access_token: token({ exp: now / 1000 + 60 }) } });
  const late = capture({ tokens: { access_token: token({ exp: now / 1000 + 7200 }) } });
  const until = (captures: Held['captures'], graceMinutes: number | null = 0) =>
    row({ captures, settings: { graceMinutes } }, 'Captures')?.until;

  test.each([
    ['at one time', [soon, soon], 0, /^\d\d:\d\d$/],
    ['from the first to the last', [late, soon], 0, /^\d\d:\d\d to \d\d:\d\d$/],
    ['with the browser', [late, soon], null, /^The browser closes$/],
    ['with the browser where pinned', [{ ...soon, pinned: true as const }], 0, /^The browser closes$/],
    ['each by itself', [soon, { ...soon, pinned: true as const }], 0, /^\d\d:\d\d; pinned ones: the browser closes$/],
  ])('%s', (_, captures, grace, words) => {
    expect(until(captures, grace)).toMatch(words);
  });

  test.each([
    ['with the last of these', [soon], null, /^The last private window closes$/],
    [
      'with the last of these where pinned',
      [{ ...soon, pinned: true as const }],
      0,
      /^The last private window closes$/,
    ],
    ['at one time or with the last of these', [soon], 0, /^\d\d:\d\d, or the last private window closes$/],
    [
      'each by itself',
      [soon, { ...soon, pinned: true as const }],
      0,
      /^\d\d:\d\d; pinned ones: the last private window closes$/,
    ],
  ])('of private windows %s', (_, privateCaptures, graceMinutes, words) => {
    const found = row({ privateCaptures, settings: { graceMinutes } }, 'Captures of private windows');
    expect(found?.until).toMatch(words);
  });
});
