import { describe, expect, test } from 'vitest';
import { compareMembers, type Difference } from '../../../../src/protocol/compare/compare-members.ts';
import { countDifferences } from '../../../../src/protocol/compare/count-differences.ts';
import { parseExactly } from '../../../../src/protocol/compare/exact-json.ts';
import { pathText } from '../../../../src/protocol/compare/path-text.ts';
import { claimRules } from '../../../../src/protocol/compare/rules.ts';

/** The differences of two claims sets, each as its kind and its path. */
function compare(a: string | object, b: string | object): Difference[] {
  const [before, after] = [a, b].map((one) => {
    const value = parseExactly(typeof one === 'string' ? one : JSON.stringify(one));
    return new Map(Object.entries(value as object));
  });
  return compareMembers(before ?? new Map(), after ?? new Map(), claimRules);
}
const kinds = (a: string | object, b: string | object) =>
  compare(a, b).map(({ kind, path }) => `${kind} ${pathText(path)}`);

describe('two sets of claims', () => {
  test.each<[what: string, a: string | object, b: string | object, found: string[]]>([
    ['a claim more and one less', { locale: 'en' }, { plan: 'team' }, ['removed locale', 'added plan']],
    ['another value', { plan: 'trial' }, { plan: 'team' }, ['changed plan']],
    ['true against "true"', { email_verified: true }, { email_verified: 'true' }, ['changed email_verified']],
    ['null against none', { a: null }, {}, ['removed a']],
    ['neighbours beyond 2^53', '{"id":9007199254740993}', '{"id":9007199254740992}', ['changed id']],
    ['the same beyond 2^53', '{"id":9007199254740993}', '{"id":9007199254740993}', ['same id']],
    [
      'such neighbours deep within',
      '{"a":{"b":[{"id":9007199254740993}]}}',
      '{"a":{"b":[{"id":9007199254740994}]}}',
      ['changed a.b[0].id'],
    ],
    [
      'one as two words of a path',
      { cnf: { 'x5t#S256': 'a' } },
      { cnf: { 'x5t#S256': 'b' } },
      ['changed cnf["x5t#S256"]'],
    ],
    [
      'a member within an object',
      { address: { country: 'US', floor: 3 } },
      { address: { country: 'FR' } },
      ['changed address.country', 'removed address.floor'],
    ],
    [
      'an entry more of a list of objects',
      { ids: [{ a: 1 }] },
      { ids: [{ a: 1 }, { a: 2 }] },
      ['same ids[0]', 'added ids[1]'],
    ],
    ['a list of texts, whose order counts', { x: ['a', 'b'] }, { x: ['b', 'a'] }, ['changed x']],
    ['an object against a text', { x: {} }, { x: 'y' }, ['changed x']],
    [
      'what is new on every login',
      { jti: 'a', nonce: 'b', sid: 'c' },
      { jti: 'b', nonce: 'b' },
      ['every_login jti', 'same nonce', 'removed sid'],
    ],
    ['a jti that is not the outermost', { act: { jti: 'a' } }, { act: { jti: 'b' } }, ['changed act.jti']],
    ['an own __proto__', '{"__proto__":{"a":1}}', '{"__proto__":{"a":2}}', ['changed __proto__.a']],
  ])('%s', (_what, a, b, found) => {
    expect(kinds(a, b)).toEqual(found);
  });

  test('deeper than five steps they are compared as a whole', () => {
    const nest = (end: number) => ({ a: { b: { c: { d: { e: { f: end } } } } } });
    expect(kinds(nest(1), nest(2))).toEqual(['changed a.b.c.d.e']);
  });

  test('nested 20,000 deep they are still compared', () => {
    const nest = (end: string) => `{"a":${'{"a":'.repeat(20_000)}${end}${'}'.repeat(20_000)}}`;
    const read = (text: string) => new Map(Object.entries(JSON.parse(text) as object));
    const found = compareMembers(read(nest('1')), read(nest('2')), claimRules);
    expect(found.map(({ kind }) => kind)).toEqual(['changed']);
  });
});

describe('claims that are sets', () => {
  test.each<[what: string, a: object, b: object, found: object]>([
    [
      'groups',
      { 'cognito:groups': ['admins', 'trial'] },
      { 'cognito:groups': ['billing', 'admins'] },
      { kind: 'set', added: ['billing'], removed: ['trial'], kept: ['admins'] },
    ],
    [
      'the words of a scope',
      { scope: 'openid email' },
      { scope: 'email  orders' },
      { kind: 'set', added: ['orders'], removed: ['openid'], kept: ['email'] },
    ],
    [
      'one audience against several',
      { aud: 'a' },
      { aud: ['a', 'b'] },
      { kind: 'set', added: ['b'], removed: [], kept: ['a'] },
    ],
    [
      'entries of two types',
      { roles: [1, true] },
      { roles: ['1', true] },
      { kind: 'set', added: ['1'], removed: [1], kept: [true] },
    ],
    [
      'roles within an object',
      { realm_access: { roles: ['a'] } },
      { realm_access: { roles: ['b'] } },
      { kind: 'set', added: ['b'], removed: ['a'], kept: [] },
    ],
    [
      'roles under a name of the app’s own',
      { 'https://app.example/roles': ['b', 'a'] },
      { 'https://app.example/roles': ['a', 'c'] },
      { kind: 'set', added: ['c'], removed: ['b'], kept: ['a'] },
    ],
    ['another order of them', { 'cognito:roles': ['a', 'b'] }, { 'cognito:roles': ['b', 'a'] }, { kind: 'same' }],
    ['another order of permissions', { permissions: ['a', 'b'] }, { permissions: ['b', 'a'] }, { kind: 'same' }],
    ['another order', { amr: ['pwd', 'otp'] }, { amr: ['otp', 'pwd'] }, { kind: 'same' }],
    ['another order of words', { scope: 'a b' }, { scope: 'b a' }, { kind: 'same' }],
    ['a text against a list of it alone', { aud: 'a' }, { aud: ['a'] }, { kind: 'changed' }],
    ['two texts, which are no lists', { aud: 'a b' }, { aud: 'b a' }, { kind: 'changed' }],
    ['a list against an object', { groups: ['a'] }, { groups: { a: 1 } }, { kind: 'changed' }],
  ])('%s', (_what, a, b, found) => {
    expect(compare(a, b)).toMatchObject([found]);
  });
});

describe('claims that are times', () => {
  test.each<[what: string, a: unknown, b: unknown, found: object]>([
    ['move', 1000, 1060, { kind: 'time', a: 1000, b: 1060 }],
    ['are the same', 1000, 1000, { kind: 'same' }],
    ['may be no numbers', '1000', 1060, { kind: 'changed' }],
    ['may be milliseconds, which are no seconds', 1_795_460_536_000, 1_795_460_537_000, { kind: 'changed' }],
  ])('%s', (_what, a, b, found) => {
    for (const name of ['exp', 'iat', 'nbf', 'auth_time', 'updated_at']) {
      expect(compare({ [name]: a }, { [name]: b })).toMatchObject([found]);
    }
    expect(compare({ other: 1 }, { other: 2 })).toMatchObject([{ kind: 'changed' }]);
  });
});

test('the differences are counted by what became of them', () => {
  const a = { sub: 'u', plan: 'a', 'cognito:groups': ['a'], exp: 1, jti: 'a', locale: 'en' };
  const b = { sub: 'u', plan: 'b', 'cognito:groups': ['b'], exp: 2, jti: 'b', tenant: 't' };
  expect(countDifferences(compare(a, b))).toEqual({
    added: 1,
    removed: 1,
    changed: 2,
    times: 1,
    everyLogin: 1,
    same: 1,
  });
});

test('5,000 claims are compared', () => {
  const many = (word: string) =>
    Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`c${at}`, `${word} ${at}`]));
  expect(compare(many('a'), many('b'))).toHaveLength(5000);
});
