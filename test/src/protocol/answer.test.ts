import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswer, repeatedNames, single } from '../../../src/protocol/answer.ts';

const callback = 'https://app.example.com/cb';
const parse = (tail: string, registered = callback) => parseAnswer(`${callback}${tail}`, registered);

describe('what an answer holds', () => {
  const vectors: [what: string, tail: string, source: string, pairs: [string, string][]][] = [
    [
      'an implicit answer as Cognito sends it',
      '#id_token=a.b.c&access_token=d.e.f&expires_in=3600&token_type=Bearer&state=s',
      'fragment',
      [
        ['id_token', 'a.b.c'],
        ['access_token', 'd.e.f'],
        ['expires_in', '3600'],
        ['token_type', 'Bearer'],
        ['state', 's'],
      ],
    ],
    [
      'a code in the query',
      '?code=c&state=s',
      'query',
      [
        ['code', 'c'],
        ['state', 's'],
      ],
    ],
    ['a code before the tail of a federated login', '?code=c#_=_', 'query', [['code', 'c']]],
    [
      'an error in the query',
      '?error_description=invalid_scope&error=invalid_request',
      'query',
      [
        ['error_description', 'invalid_scope'],
        ['error', 'invalid_request'],
      ],
    ],
    ['an error in the fragment', '#error=access_denied', 'fragment', [['error', 'access_denied']]],
    [
      'plus as space, %2B as plus',
      '#error=a&error_description=one+two%20three%2Bfour',
      'fragment',
      [
        ['error', 'a'],
        ['error_description', 'one two three+four'],
      ],
    ],
    ['an encoded name', '#%61ccess_token=t', 'fragment', [['access_token', 't']]],
    ['an equals sign in a value', '#access_token=dG9r==', 'fragment', [['access_token', 'dG9r==']]],
    [
      'names that objects have of their own',
      '#access_token=t&__proto__=x&constructor=y',
      'fragment',
      [
        ['access_token', 't'],
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ],
    ],
  ];
  test.each(vectors)('%s', (_, tail, source, pairs) => {
    expect(parse(tail)).toMatchObject({ source, pairs, problems: [] });
  });
});

describe('what is no answer', () => {
  test.each(['', '#', '?', '#_=_', '#/route?id_token=a', '#section', '?page=2', '#!x', '#state=s'])('%s', (tail) => {
    expect(parse(tail)).toBeUndefined();
  });
  test('text that is no URL', () => expect(parseAnswer('#id_token=a', callback)).toBeUndefined());
});

describe('the form is remarked on', () => {
  const vectors: [tail: string, id: string, names: string[]][] = [
    ['#access_token=a&access_token=b', 'duplicate_parameter', ['access_token']],
    ['#access_token=a&%61ccess_token=b', 'duplicate_parameter', ['access_token']],
    ['#id_token=&access_token=a', 'empty_parameter', ['id_token']],
    ['#error=a&error_description=%ff', 'not_utf8', ['error_description']],
    ['#?id_token=a', 'leading_question_mark', []],
    ['?code=c#access_token=a', 'two_places', ['code']],
  ];
  test.each(vectors)('%s: %s', (tail, id, names) => {
    expect(parse(tail)?.problems).toContainEqual({ id, names });
  });
  test('a replacement character that was sent as such is no fault', () => {
    expect(parse('#error=a&error_description=%EF%BF%BD')?.problems).toEqual([]);
  });
});

test('the pairs that the callback was registered with are not part of the answer', () => {
  const answer = parseAnswer(`${callback}?app=1&code=c`, `${callback}?app=1`);
  expect(answer?.pairs).toEqual([['code', 'c']]);
});

test('fragment and query are never merged', () => {
  const answer = parse('?code=c&state=1#access_token=a&state=2');
  expect(answer?.pairs).toEqual([
    ['access_token', 'a'],
    ['state', '2'],
  ]);
});

test('a parameter that is empty or stands twice has no single value', () => {
  expect(single([['a', '']], 'a')).toBeUndefined();
  expect(
    single(
      [
        ['a', '1'],
        ['a', '1'],
      ],
      'a',
    ),
  ).toBeUndefined();
  expect(single([['a', '1']], 'a')).toBe('1');
  expect(
    repeatedNames([
      ['a', '1'],
      ['b', ''],
      ['a', '2'],
      ['a', '3'],
    ]),
  ).toEqual(['a']);
});

test('every list of pairs comes back as it was sent', () => {
  const text = fc.string({ unit: 'binary' }).map((value) => value.toWellFormed());
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text)), fc.constantFrom('#', '?'), (rest, sign) => {
      const pairs: [string, string][] = [['access_token', 'a'], ...rest];
      expect(parse(`${sign}${new URLSearchParams(pairs)}`)?.pairs).toEqual(pairs);
    }),
  );
});

test('no address makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (tail) => {
      parseAnswer(tail, callback);
      parse(`#${tail}`);
      parse(`?${tail}`, tail);
    }),
  );
});
