import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, emptyDraft } from '../../../../popup/state/profile/profile-draft.ts';
import { type PreviewRow, previewOf } from '../../../../popup/state/profile/profile-preview.ts';

const draft: Draft = {
  ...emptyDraft,
  responseType: 'token',
  prefix: 'demo',
  region: 'us-east-1',
  clientId: 'abc',
  callback: 'http://localhost:3000/cb?a=b c&d',
  scopes: ['openid', 'email'],
};
const endpoint = (authorization: string): Partial<Draft> => ({
  provider: 'oidc',
  endpoints: { ...emptyDraft.endpoints, authorization },
});

describe('the authorize URL', () => {
  test('is shown by parameter, in the order in which it is sent', () => {
    const { origin, path, rows } = previewOf({ ...draft, extraParams: [['lang', 'en']] });
    expect([origin, path]).toEqual(['https://demo.auth.us-east-1.amazoncognito.com', '/oauth2/authorize']);
    expect(rows.map(({ name, value, isOneTime }) => [name, value, isOneTime])).toEqual([
      ['response_type', 'token', false],
      ['client_id', 'abc', false],
      ['redirect_uri', draft.callback, false],
      ['scope', 'openid email', false],
      ['state', '', true],
      ['nonce', '', true],
      ['lang', 'en', false],
    ]);
  });

  test('asks for the response mode that was chosen', () => {
    const chosen: Draft = { ...draft, ...endpoint('https://id.example.com/a'), responseMode: 'form_post' };
    const { rows, url } = previewOf(chosen);
    expect(rows).toContainEqual({ name: 'response_mode', value: 'form_post', isMissing: false, isOneTime: false });
    expect(new URL(url ?? '').searchParams.get('response_mode')).toBe('form_post');
  });

  test('of a flow with a code shows the challenge, and is copied without it', () => {
    for (const responseType of ['code', 'code id_token', 'code token', 'code id_token token']) {
      const { rows, url } = previewOf({ ...draft, responseType, extraParams: [['code_challenge', 'mine']] });
      const after = rows.slice(rows.findIndex(({ name }) => name === 'nonce') + 1);
      expect(after).toEqual([
        { name: 'code_challenge', value: '', isMissing: false, isOneTime: true },
        { name: 'code_challenge_method', value: 'S256', isMissing: false, isOneTime: false },
      ]);
      expect([...new URL(url ?? '').searchParams.keys()]).toEqual([
        'response_type',
        'client_id',
        'redirect_uri',
        'scope',
      ]);
    }
  });

  const urls: [what: string, change: Partial<Draft>, search: string][] = [
    ['without state and nonce', {}, ''],
    ['with parameters behind them', { extraParams: [['lang', 'en']] }, '&lang=en'],
    ['with a value that looks like them', { extraParams: [['x', '&state=&nonce=']] }, '&x=%26state%3D%26nonce%3D'],
    ['with a name that ends like them', { extraParams: [['mystate', '']] }, '&mystate='],
  ];

  test.each(urls)('is copied %s, its callback encoded once', (_what, change, rest) => {
    expect(previewOf({ ...draft, ...change }).url).toBe(
      'https://demo.auth.us-east-1.amazoncognito.com/oauth2/authorize?response_type=token&client_id=abc' +
        `&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb%3Fa%3Db%20c%26d&scope=openid%20email${rest}`,
    );
  });

  test('keeps the query that the endpoint has of its own', () => {
    const { path, url } = previewOf({ ...draft, ...endpoint('https://id.example.com/a?p=1&state=&nonce=') });
    expect(path).toBe('/a?p=1&state=&nonce=');
    expect(url).toMatch(
      /^https:\/\/id\.example\.com\/a\?p=1&state=&nonce=&response_type=token&.*&scope=openid%20email$/,
    );
  });

  const missing: [change: Partial<Draft>, names: string[]][] = [
    [{ clientId: ' ' }, ['client_id']],
    [{ callback: '' }, ['redirect_uri']],
    [{ clientId: '', callback: '' }, ['client_id', 'redirect_uri']],
  ];

  test.each(missing)('with %j names %j as missing and cannot be copied', (change, names) => {
    const { rows, url } = previewOf({ ...draft, ...change });
    expect(rows.filter(({ isMissing }) => isMissing).map(({ name }) => name)).toEqual(names);
    expect(url).toBe(undefined);
  });

  test.each([{ prefix: '' }, endpoint(''), endpoint('nonsense')])(
    'without an endpoint cannot be copied: %j',
    (change) => {
      const { origin, url } = previewOf({ ...draft, ...change });
      expect([origin, url]).toEqual([undefined, undefined]);
    },
  );

  test('has no state and nonce of ours, and everything else, whatever the parameters are', () => {
    const pairs = fc.array(
      fc.tuple(fc.constantFrom('a', 'state', 'nonce', 'mystate', 'client_id', 'scope', 'code_challenge'), fc.string()),
    );
    fc.assert(
      fc.property(pairs, fc.constantFrom('token', 'code'), (extraParams, responseType) => {
        const { rows, url } = previewOf({ ...draft, responseType, clientId: 'abc', extraParams });
        fc.pre(url !== undefined);
        const isKept = ({ name, isOneTime }: PreviewRow) => !isOneTime && name !== 'code_challenge_method';
        const kept = rows.filter(isKept).map(({ name, value }) => [name, value.toWellFormed()]);
        expect([...new URL(url ?? '').searchParams]).toEqual(kept);
      }),
    );
  });
});
