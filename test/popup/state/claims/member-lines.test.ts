import { describe, expect, test } from 'vitest';
import { memberLines, shapeParent } from '../../../../popup/state/claims/member-lines.ts';

const lines = (claim: string, value: unknown, provider: 'cognito' | 'oidc' = 'oidc') =>
  memberLines(claim, value, provider)?.lines;

describe('the members of a claim', () => {
  test('stand a line each, in their order, the known ones with a meaning', () => {
    expect(lines('address', { country: 'US', floor: 3 })).toEqual([
      { depth: 0, name: 'country', shown: { kind: 'text', text: 'US' }, meaning: 'Country.' },
      { depth: 0, name: 'floor', shown: { kind: 'text', text: '3' } },
    ]);
  });

  test('an actor within an actor stands one deeper', () => {
    expect(lines('act', { sub: 'a', act: { sub: 'b' } })).toMatchObject([
      { depth: 0, name: 'sub', meaning: 'Who is acting.' },
      { depth: 0, name: 'act', meaning: expect.stringContaining('Who acted before') },
      { depth: 1, name: 'sub', meaning: 'Who is acting.' },
    ]);
  });

  test('the thumbprints of keys are told apart', () => {
    expect(lines('cnf', { jkt: 'x', 'x5t#S256': 'y', jwk: { kty: 'EC' } })).toMatchObject([
      { name: 'jkt', meaning: expect.stringContaining('DPoP') },
      { name: 'x5t#S256', meaning: expect.stringContaining('certificate') },
      { name: 'jwk', meaning: 'The key itself.' },
      { depth: 1, name: 'kty' },
    ]);
  });

  test('a list of objects is counted from 1', () => {
    expect(lines('identities', [{ primary: 'true', dateCreated: '1700000000000' }], 'cognito')).toMatchObject([
      { depth: 0, name: '1' },
      { depth: 1, name: 'primary', meaning: expect.stringContaining('Text, not true or false') },
      { depth: 1, name: 'dateCreated', meaning: expect.stringContaining('2023-11-14 22:13:20 UTC') },
    ]);
  });

  test('the lines of an address are kept, other breaks are shown as what they are', () => {
    expect(lines('address', { formatted: '1 Main Street\r\nSpring\u202Efield', region: 'a\nb' })).toMatchObject([
      { shown: { kind: 'lines', lines: ['1 Main Street', 'Spring⟨U+202E⟩field'] } },
      { shown: { kind: 'text', text: 'a⟨U+000A⟩b' } },
    ]);
    const many = lines('address', { street_address: 'x\n'.repeat(5000) })?.[0]?.shown;
    expect(many).toMatchObject({ kind: 'lines', lines: { length: 13, 12: '…' } });
  });

  test('stand in place of their JSON, which their number stands for', () => {
    expect(shapeParent({ a: 1, b: 2 })).toEqual({ kind: 'empty', words: '2 members' });
    expect(shapeParent([{ a: 1 }])).toEqual({ kind: 'empty', words: '1 entry' });
    for (const value of ['x', 1, null, ['a'], [], {}]) expect(shapeParent(value)).toBeUndefined();
  });

  test('hostile names are ordinary names, and nothing is merged', () => {
    const value: unknown = JSON.parse('{"__proto__":{"sub":"x"},"constructor":1}');
    expect(lines('act', value)?.map(({ name }) => name)).toEqual(['__proto__', 'sub', 'constructor']);
    expect(lines('__proto__', value)?.every(({ meaning }) => meaning === undefined)).toBe(true);
  });

  test('text, numbers, plain lists and what is empty have none', () => {
    for (const value of ['x', 1, null, ['a'], [], {}]) expect(memberLines('x', value, 'oidc')).toBeUndefined();
  });

  test('what is deep or long is cut', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 10_000; level += 1) deep = { x: deep };
    expect(memberLines('x', deep, 'oidc')?.lines).toHaveLength(5);
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`m${index}`, index]));
    expect(memberLines('x', wide, 'oidc')).toMatchObject({ isCut: true, lines: { length: 60 } });
  });
});
