import { describe, expect, test } from 'vitest';
import { type ImportLine, importFile } from '../../../../popup/state/profile/profile-share-import.ts';
import { profileFile } from '../../../../src/handover/profile-share-file.ts';
import { memoryArea } from '../../../../src/platform/area.ts';
import type { Profile } from '../../../../src/protocol/records.ts';
import { createStores } from '../../../../src/store/stores.ts';
import { now, profile } from '../../../support/records.ts';

const domain = 'https://demo.auth.us-east-1.amazoncognito.com';
const pool = profile({ cognito: { domain, region: 'us-east-1', userPoolId: 'us-east-1_EXAMPLE' } });
const orders = profile({
  id: 'o',
  name: 'orders',
  provider: 'oidc',
  issuer: 'https://id.example.com',
  endpoints: { authorization: 'https://id.example.com/authorize' },
});

function world({ own = [] as Profile[], managed = [] as Profile[] } = {}) {
  const local = memoryArea({ profiles: own });
  let count = 0;
  const host = {
    ...createStores(local, memoryArea(), memoryArea({ profiles: managed })),
    newId: () => {
      count += 1;
      return `new-${count}`;
    },
  };
  const take = (text: string, size = text.length) => importFile(host, { size, text: async () => text });
  return { host, local, take, takeAll: (profiles: Profile[]) => take(profileFile(profiles).text) };
}

describe('a file of profiles', () => {
  test('brings each profile under a new id', async () => {
    const { host, takeAll } = world();
    expect(await takeAll([pool, orders])).toEqual({
      ok: true,
      lines: [
        { kind: 'added', name: 'demo', as: 'demo', leftOut: [] },
        { kind: 'added', name: 'orders', as: 'orders', leftOut: [] },
      ],
    });
    const stored = await host.profiles.get();
    expect(stored.map(({ name }) => name)).toEqual(['demo', 'orders']);
    expect(new Set(stored.map(({ id }) => id)).size).toBe(2);
    expect(stored.every(({ id }) => id.startsWith('new-'))).toBe(true);
  });

  test('brings nothing twice', async () => {
    const { host, takeAll } = world({ own: [{ ...pool, clientId: 'another', id: 'kept' }] });
    const added = { kind: 'added', name: 'demo', as: 'demo 2', leftOut: [] };
    expect(await takeAll([pool, pool])).toEqual({
      ok: true,
      lines: [added, { kind: 'same', name: 'demo', as: 'demo 2' }],
    });
    expect(await takeAll([pool])).toEqual({ ok: true, lines: [{ kind: 'same', name: 'demo', as: 'demo 2' }] });
    expect((await host.profiles.get()).map(({ name }) => name)).toEqual(['demo', 'demo 2']);
  });

  test('keeps two profiles that differ in their name alone', async () => {
    const { takeAll } = world();
    const read = await takeAll([pool, { ...pool, name: 'as admin' }]);
    expect(read).toMatchObject({ lines: [{ kind: 'added' }, { kind: 'added', as: 'as admin' }] });
  });

  test('takes neither the name nor the place of a managed profile', async () => {
    const { takeAll } = world({ managed: [pool] });
    expect(await takeAll([pool, { ...pool, clientId: 'another' }])).toMatchObject({
      lines: [
        { kind: 'same', as: 'demo' },
        { kind: 'added', as: 'demo 2' },
      ],
    });
  });

  test('equals a stored profile that has been to its issuer since', async () => {
    const { takeAll } = world({ own: [{ ...pool, metadata: { fetchedAt: now, document: {} } }] });
    expect(await takeAll([pool])).toMatchObject({ lines: [{ kind: 'same' }] });
  });

  const refused: [what: string, over: Partial<Profile>, problem: unknown][] = [
    [
      'a callback that runs code',
      { callback: 'javascript:alert(1)' },
      { kind: 'form', problem: { field: 'callback' } },
    ],
    ['a callback with a line break', { callback: 'http://localhost/\n' }, { kind: 'control', member: 'callback' }],
    ['a name with a control character', { name: 'a\u0007' }, { kind: 'control', member: 'name' }],
    [
      'a parameter with a control character',
      { extraParams: [['a', '\u0000']] },
      { kind: 'control', member: 'extraParams.0.1' },
    ],
    ['no name', { name: ' ' }, { kind: 'form', problem: { id: 'name_missing' } }],
    ['no client', { clientId: '' }, { kind: 'form', problem: { id: 'client_missing' } }],
    [
      'an issuer without https',
      { issuer: 'http://id.example.com' },
      { kind: 'form', problem: { id: 'address_plain_http' } },
    ],
    [
      'a hidden endpoint without https',
      { endpoints: { ...pool.endpoints, token: 'http://id.example.com/token' } },
      { kind: 'form', problem: { field: 'token', id: 'address_plain_http' } },
    ],
    [
      'a hidden endpoint at a stranger',
      { endpoints: { ...pool.endpoints, token: 'https://evil.example/token' } },
      { kind: 'elsewhere', endpoint: 'token', address: 'https://evil.example/token', domain },
    ],
    ['an unknown algorithm', { idTokenAlgs: ['XX1'] }, { kind: 'form', problem: { id: 'algs_unknown' } }],
  ];
  test.each(refused)('with %s is not taken, and the rule is named', async (_what, over, problem) => {
    const { host, takeAll } = world();
    const read = await takeAll([{ ...pool, ...over }, orders]);
    expect(read).toMatchObject({
      ok: true,
      lines: [
        { kind: 'refused', problem },
        { kind: 'added', as: 'orders' },
      ],
    });
    expect((await host.profiles.get()).map(({ name }) => name)).toEqual(['orders']);
  });

  test('names a record that does not fit, and the secret it left out of another', async () => {
    const { local, take } = world();
    const leaky = { ...orders, extraParams: [['client_secret', 's3cr3t']] };
    const text = JSON.stringify({ claimcheck: 'profiles', version: 1, profiles: [{ name: 'half' }, leaky] });
    const lines: ImportLine[] = [
      { kind: 'unreadable', at: 1, name: 'half', member: 'provider' },
      { kind: 'added', name: 'orders', as: 'orders', leftOut: ['client_secret'] },
    ];
    expect(await take(text)).toEqual({ ok: true, lines });
    expect(JSON.stringify(await local.get(null))).not.toContain('s3cr3t');
  });

  test('that is no file of profiles changes nothing', async () => {
    const { local, take } = world({ own: [orders] });
    const before = await local.get(null);
    expect(await take('{}')).toEqual({ ok: false, problem: 'not_profiles' });
    expect(await take('', 1_048_577)).toEqual({ ok: false, problem: 'too_large' });
    expect(await local.get(null)).toEqual(before);
  });

  test('that cannot be read or stored says so', async () => {
    const { host } = world();
    const gone = { size: 1, text: () => Promise.reject(new Error('gone')) };
    expect(await importFile(host, gone)).toEqual({ ok: false, problem: 'not_read' });
    const full = { ...host, profiles: { ...host.profiles, update: () => Promise.reject(new Error('quota')) } };
    const file = { size: 1, text: async () => profileFile([orders]).text };
    expect(await importFile(full, file)).toEqual({ ok: false, problem: 'not_stored', detail: 'quota' });
  });
});
