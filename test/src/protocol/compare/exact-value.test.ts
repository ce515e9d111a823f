import { describe, expect, test } from 'vitest';
import { WrittenNumber } from '../../../../src/protocol/compare/exact-json.ts';
import { exactText, isSameValue, valueType } from '../../../../src/protocol/compare/exact-value.ts';

describe('two values', () => {
  const deep = (end: string) => JSON.parse(`${'['.repeat(20_000)}${end}${']'.repeat(20_000)}`);
  test.each<[what: string, a: unknown, b: unknown, isSame: boolean]>([
    ['true and "true"', true, 'true', false],
    ['1 and "1"', 1, '1', false],
    ['null and an empty object', null, {}, false],
    ['an empty list and an empty object', [], {}, false],
    ['the same members in another order', { a: 1, b: [2] }, { b: [2], a: 1 }, true],
    ['another member of the same value', { a: undefined }, { b: undefined }, false],
    ['a member more', { a: 1 }, { a: 1, b: 2 }, false],
    ['a list in another order', [1, 2], [2, 1], false],
    ['a list nested 20,000 deep and itself', deep('1'), deep('1'), true],
    ['the same with another end', deep('1'), deep('2'), false],
    ['a written number and itself', new WrittenNumber('9007199254740993'), new WrittenNumber('9007199254740993'), true],
    ['a written number and its neighbour', new WrittenNumber('9007199254740993'), 9007199254740992, false],
    ['an own __proto__', JSON.parse('{"__proto__":1}'), JSON.parse('{"__proto__":2}'), false],
  ])('%s', (_what, a, b, isSame) => {
    expect(isSameValue(a, b)).toBe(isSame);
    expect(isSameValue(b, a)).toBe(isSame);
  });

  test('are of one of six types', () => {
    const all = ['x', 1, new WrittenNumber('1e400'), false, [], {}, null];
    expect(all.map(valueType)).toEqual(['text', 'number', 'number', 'truth', 'list', 'object', 'null']);
  });

  test('that are nested too deeply to be written are said to be', () => {
    expect(exactText(deep('1'))).toMatch(/too deeply/);
  });
});
