import { describe, expect, test } from 'vitest';
import { parseAnswer, single } from '../../../src/protocol/answer.ts';

const callback = 'https://app.example.com/cb';
const parse = (tail: string) => parseAnswer(callback + tail, callback);
const read = (tail: string, name: string) => single(parse(tail)?.pairs ?? [], name);
const problemIds = (tail: string) => parse(tail)?.problems.map(({ id }) => id);

describe('a parameter that stands twice is refused, whichever way its name is written', () => {
  const vectors: [tail: string, name: string][] = [
    ['#access_token=a&access_token=b', 'access_token'],
    ['#access_token=a&access_token=a', 'access_token'],
    ['#access_token=a&%61ccess_token=b', 'access_token'],
    ['#%61ccess%5Ftoken=a&access_token=b', 'access_token'],
    ['#id_token=a&access_token=t&id_token=', 'id_token'],
    ['?code=a&state=s&code=b', 'code'],
    ['?error=a&c%6Fde=1&code=2', 'code'],
    ['#access_token=a&state=1&state=2', 'state'],
  ];
  test.each(vectors)('%s has no single %s', (tail, name) => {
    expect(read(tail, name)).toBeUndefined();
    expect(parse(tail)?.problems).toContainEqual({ id: 'duplicate_parameter', names: [name] });
  });

  test('names that only look alike are two parameters', () => {
    expect(problemIds('#access_token=a&Access_Token=b&access_token%20=c')).toEqual([]);
  });
});

describe('a parameter named like what every object has is a parameter like any other', () => {
  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length'])('%s', (name) => {
    const pairs = parse(`#access_token=t&${name}=x`)?.pairs;
    expect(pairs).toEqual([
      ['access_token', 't'],
      [name, 'x'],
    ]);
    expect(single(pairs ?? [], name)).toBe('x');
    expect(problemIds(`#${name}=x&access_token=t&${name}=y`)).toEqual(['duplicate_parameter']);
    expect(parse(`#${name}=x`)).toBeUndefined();
    expect(read('#access_token=t', name)).toBeUndefined();
  });
});

describe('values are decoded as a form is', () => {
  const vectors: [sent: string, value: string][] = [
    ['one+two', 'one two'],
    ['one%20two', 'one two'],
    ['one%2Btwo', 'one+two'],
    ['one%252Btwo', 'one%2Btwo'],
    ['%C3%BC', 'ü'],
    ['%26code%3Dx', '&code=x'],
    ['100%', '100%'],
    ['%zz', '%zz'],
    ['%EF%BF%BD', '\uFFFD'],
    ['%00%0a%1b', '\0\n\u001b'],
  ];
  test.each(vectors)('%s', (sent, value) => {
    for (const sign of ['#', '?']) {
      expect(read(`${sign}error=a&error_description=${sent}`, 'error_description')).toBe(value);
      expect(problemIds(`${sign}error=a&error_description=${sent}`)).toEqual([]);
    }
  });

  test.each(['%ff', '%C3', '%C3%28', '%ED%A0%80', '%F5%80%80%80', 'a%ffb%EF%BF%BD'])('%s is no UTF-8', (sent) => {
    for (const sign of ['#', '?']) {
      expect(read(`${sign}error=a&error_description=${sent}`, 'error_description')).toContain('\uFFFD');
      expect(parse(`${sign}error=a&error_description=${sent}`)?.problems).toEqual([
        { id: 'not_utf8', names: ['error_description'] },
      ]);
    }
  });
});

describe('a fragment in a form of its own', () => {
  test('#?id_token= is read, and said to be no form of RFC 6749', () => {
    expect(parse('#?id_token=a&state=s')).toEqual({
      source: 'fragment',
      pairs: [
        ['id_token', 'a'],
        ['state', 's'],
      ],
      problems: [{ id: 'leading_question_mark', names: [] }],
    });
  });

  test.each(['#/cb?id_token=a', '#/cb?x=1&id_token=a', '#/&id_token=a', '#!id_token=a', '#!/x&id_token=a', '#'])(
    '%s is no answer',
    (tail) => expect(parse(tail)).toBeUndefined(),
  );

  test.each(['#/cb?x=1&id_token=a', '#!x&id_token=a', '#'])('%s does not hide the answer in the query', (tail) => {
    expect(parse(`?code=c${tail}`)).toEqual({ source: 'query', pairs: [['code', 'c']], problems: [] });
  });
});

describe('tokens that came in the query', () => {
  test.each(['access_token', 'id_token', 'refresh_token'])('%s is captured and said to have come there', (name) => {
    expect(parse(`?${name}=t&state=s`)).toMatchObject({ source: 'query', problems: [] });
    expect(read(`?${name}=t&state=s`, name)).toBe('t');
  });

  test('of query and fragment the fragment is read alone, and what stands in the query is named', () => {
    expect(parse('?access_token=q&refresh_token=r#access_token=f&state=s')).toEqual({
      source: 'fragment',
      pairs: [
        ['access_token', 'f'],
        ['state', 's'],
      ],
      problems: [
        { id: 'two_places', names: ['access_token', 'refresh_token'] },
        { id: 'token_in_query', names: ['access_token', 'refresh_token'] },
      ],
    });
  });
});

describe('an error is read in query and fragment, in any order, with and without state', () => {
  const orders = [
    'error=access_denied&error_description=no+way',
    'error_description=no+way&error=access_denied',
    'state=s&error_description=no+way&error=access_denied',
    'error_description=no%20way&state=s&error=access_denied&error_uri=',
  ];
  test.each(orders.flatMap((order) => [`#${order}`, `?${order}`]))('%s', (tail) => {
    expect(parse(tail)?.source).toBe(tail.startsWith('#') ? 'fragment' : 'query');
    expect(read(tail, 'error')).toBe('access_denied');
    expect(read(tail, 'error_description')).toBe('no way');
    expect(read(tail, 'state')).toBe(tail.includes('state=') ? 's' : undefined);
  });

  test('an error in the query beside tokens in the fragment is named, not mixed in', () => {
    const tail = '?error=access_denied#access_token=a';
    expect(read(tail, 'error')).toBeUndefined();
    expect(parse(tail)?.problems).toEqual([{ id: 'two_places', names: ['error'] }]);
  });
});

describe('an empty parameter counts as absent', () => {
  test.each(['#id_token=&access_token=a', '#access_token=a&id_token', '#access_token=a&id_token=&'])('%s', (tail) => {
    expect(read(tail, 'id_token')).toBeUndefined();
    expect(parse(tail)?.problems).toEqual([{ id: 'empty_parameter', names: ['id_token'] }]);
  });
});

test('ten thousand parameters are read in their order', () => {
  const pairs = Array.from({ length: 10_000 }, (_, index): [string, string] => [`p${index}`, '%ff']);
  const answer = parse(`#access_token=a&${pairs.map((pair) => pair.join('=')).join('&')}`);
  expect(answer?.pairs).toHaveLength(10_001);
  expect(answer?.problems.map(({ id, names }) => [id, names.length])).toEqual([['not_utf8', 10_000]]);
});
