import { describe, expect, test } from 'vitest';
import { compareTokens } from '../../../../src/protocol/compare/compare-tokens.ts';
import { pathText } from '../../../../src/protocol/compare/path-text.ts';
import { token } from '../../../support/records.ts';

const encrypted = ['{"alg":"dir","enc":"A256GCM"}', '', 'aaaa', 'bbbb', 'cccc']
  .map((part, at) => (at === 0 ? Buffer.from(part).toString('base64url') : part))
  .join('.');
const kinds = (list: { kind: string; path: (string | number)[] }[]) =>
  list.map(({ kind, path }) => `${kind} ${pathText(path)}`);

describe('two tokens', () => {
  test('have their claims compared, and their lifetimes', () => {
    const found = compareTokens(token({ sub: 'a', iat: 0, exp: 1800 }), token({ sub: 'a', iat: 60, exp: 3660 }));
    expect(found).toMatchObject({
      a: 'claims',
      b: 'claims',
      isSame: false,
      lifetime: { a: 1800, b: 3600 },
      header: [],
    });
    expect(kinds(found.claims)).toEqual(['same sub', 'time iat', 'time exp']);
  });

  test('have what differs in their headers named', () => {
    const [, claims, signature] = token({}).split('.');
    const header = Buffer.from('{"alg":"ES256","kid":"k=","typ":"JWT"}').toString('base64url');
    expect(kinds(compareTokens(token({}), `${header}.${claims}.${signature}`).header)).toEqual([
      'changed alg',
      'added typ',
    ]);
  });

  test.each<[what: string, a: string | undefined, b: string | undefined, found: object]>([
    ['opaque ones', 'abc', 'abd', { a: 'opaque', b: 'opaque', isSame: false, claims: [] }],
    ['the very same', 'abc', 'abc', { isSame: true }],
    ['none', undefined, undefined, { a: 'none', b: 'none', isSame: false }],
    ['one alone', undefined, token({}), { a: 'none', b: 'claims', header: [] }],
    ['an encrypted one', encrypted, token({}), { a: 'encrypted', b: 'claims', claims: [] }],
    [
      'one whose claims are no JSON',
      'eyJhbGciOiJub25lIn0.bm8.x',
      token({}),
      { a: 'no_claims', b: 'claims', claims: [] },
    ],
  ])('%s', (_what, a, b, found) => {
    expect(compareTokens(a, b)).toMatchObject(found);
  });
});
