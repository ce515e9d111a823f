import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { findDuplicate, scanJson } from '../../../src/protocol/json-scan.ts';

describe('the first name that stands twice in one object', () => {
  test.each<[text: string, path: (string | number)[], at: number]>([
    ['{"a":1,"a":2}', ['a'], 7],
    ['{"a":1,"\\u0061":2}', ['a'], 7],
    ['{"\\n":1,"\\u000A":2}', ['\n'], 8],
    ['{"\\/":1,"/":2}', ['/'], 8],
    ['{"\\"":1,"\\u0022":2}', ['"'], 8],
    ['{"\\\\":1,"\\\\":2}', ['\\'], 8],
    ['{"\\ud83d\\ude00":1,"😀":2}', ['😀'], 18],
    ['{"\\ud800":1,"\\uD800":2}', ['\ud800'], 12],
    ['{ "a" : { "b" : [ 0 , { "c" : 1 , "c" : 2 } ] } }', ['a', 'b', 1, 'c'], 34],
    ['[[],{},[{"a":1},{"a":{},"b":[1,2],"a":3}]]', [2, 1, 'a'], 34],
    ['{"a":{"x":1},"b":{"x":1},"a":{}}', ['a'], 25],
    ['{"toString":1,"constructor":2,"toString":3}', ['toString'], 30],
    ['{"__proto__":1,"__proto__":2}', ['__proto__'], 15],
    // written again these are as long as they were
    ['{"a":1,"b":1e11,"a":2}', ['a'], 16],
    ['{"a":1e7,"a":1e7}', ['a'], 9],
  ])('%s', (text, path, at) => {
    expect(() => JSON.parse(text)).not.toThrow();
    expect(scanJson(text).duplicate).toEqual({ path, at });
    expect(findDuplicate(text, JSON.parse(text))).toEqual({ path, at });
  });

  test.each([
    '{}',
    '[]',
    '"a"',
    '{"a":"a","b":["a","a"],"c":{"a":1}}',
    '{"a":"\\"a\\":1,","b":"{\\"b\\":2}"}',
    '{"a":"\\\\","b":1}',
    '[{"a":1},{"a":1}]',
    '{"é":1,"e\u0301":2}',
    '{"\\\\u0061":1,"a":2}',
    '{"b":1,"1":2,"0":3}',
    '{"__proto__":{"a":1},"toJSON":{"a":1}}',
  ])('%s has none', (text) => {
    expect(() => JSON.parse(text)).not.toThrow();
    expect(scanJson(text).duplicate).toBeUndefined();
    expect(findDuplicate(text, JSON.parse(text))).toBeUndefined();
  });
});

test('the numbers of the outermost object are given as they are written', () => {
  const text = '{"a":1,"b":"2","c":[3],"d":{"e":4},"f":-5.60E+7 ,"g":true,"h":0}';
  expect(scanJson(text).numbers).toEqual([
    ['a', '1'],
    ['f', '-5.60E+7'],
    ['h', '0'],
  ]);
  expect(scanJson('[1,2]').numbers).toEqual([]);
  expect(scanJson('12').numbers).toEqual([]);
});

test('the depth counts objects and arrays', () => {
  expect(scanJson('1').depth).toBe(0);
  expect(scanJson('{}').depth).toBe(1);
  expect(scanJson('[{},[[]],"[[[["]').depth).toBe(3);
  expect(scanJson(`${'['.repeat(100_000)}${']'.repeat(100_000)}`).depth).toBe(100_000);
});

type Text = { text: string; hasDuplicate: boolean; depth: number };

/** JSON texts in which names may stand twice, and what JSON.parse lets know of it: fewer members than were written. */
const { value } = fc.letrec<{ value: Text; array: Text; object: Text; plain: Text }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, tie('plain'), tie('array'), tie('object')),
  plain: fc
    .oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null))
    .map((plain) => ({ text: JSON.stringify(plain), hasDuplicate: false, depth: 0 })),
  array: fc.array(tie('value'), { maxLength: 4 }).map((items) => ({
    text: `[${items.map(({ text }) => text).join(' ,')}]`,
    hasDuplicate: items.some(({ hasDuplicate }) => hasDuplicate),
    depth: 1 + Math.max(0, ...items.map(({ depth }) => depth)),
  })),
  object: fc.array(fc.tuple(nameText(), tie('value')), { maxLength: 4 }).map((members) => {
    const text = `{${members.map(([name, { text }]) => `${name}\n:${text}`).join(',\t')}}`;
    const isShorter = Object.keys(JSON.parse(text)).length < members.length;
    return {
      text,
      hasDuplicate: isShorter || members.some(([, { hasDuplicate }]) => hasDuplicate),
      depth: 1 + Math.max(0, ...members.map(([, { depth }]) => depth)),
    };
  }),
}));

function nameText() {
  const escaped = (name: string) =>
    `"${[...name].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`;
  const names = fc.oneof(fc.constantFrom('a', 'b', '"', '\\', '\n', '/', '__proto__', ''), fc.string({ maxLength: 2 }));
  return fc.tuple(names, fc.boolean()).map(([name, isEscaped]) => (isEscaped ? escaped(name) : JSON.stringify(name)));
}

test('it finds a name twice where JSON.parse drops a member, and the depth that was written', () => {
  fc.assert(
    fc.property(value, ({ text, hasDuplicate, depth }) => {
      const scan = scanJson(text);
      expect(scan.duplicate !== undefined).toBe(hasDuplicate);
      expect(scan.depth).toBe(depth);
    }),
    { numRuns: 1000 },
  );
});

test('no text makes it throw, JSON or not', () => {
  const signs = fc.stringMatching(/^[[\]{}",:\\u0a1-]*$/);
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: 'binary' })), (text) => void scanJson(text)),
    {
      numRuns: 2000,
    },
  );
});

test('a name that stands twice is found however deep the text is nested', () => {
  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const text = `{"a":${nested},"a":1}`;
  expect(findDuplicate(text, JSON.parse(text))).toEqual({ path: ['a'], at: text.length - 6 });
  expect(findDuplicate(`{"a":${nested}}`, JSON.parse(`{"a":${nested}}`))).toBeUndefined();
});

test('a text that may be nested deep is scanned alone: writing it again takes the square of its depth', () => {
  const write = vi.spyOn(JSON, 'stringify');
  const nested = (depth: number) => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  for (const [depth, times] of [
    [999, 1],
    [1000, 0],
    [20_000, 0],
  ] as const) {
    write.mockClear();
    expect(findDuplicate(nested(depth), JSON.parse(nested(depth)))).toBeUndefined();
    expect(write).toHaveBeenCalledTimes(times);
  }
  write.mockRestore();
});
