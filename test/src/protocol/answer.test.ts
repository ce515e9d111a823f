import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswer, parseFormAnswer, repeatedNames, single } from '../../../src/protocol/answer.ts';

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
    [
      'an implicit answer in another order, token_type in another case, expires_in missing, more than is known',
      '#state=s&token_type=bEaReR&session_state=1.2&access_token=opaque&scope=openid%20email&x=',
      'fragment',
      [
        ['state', 's'],
        ['token_type', 'bEaReR'],
        ['session_state', '1.2'],
        ['access_token', 'opaque'],
        ['scope', 'openid email'],
        ['x', ''],
      ],
    ],
    [
      'an error in the fragment, state first',
      '#state=s&error=access_denied',
      'fragment',
      [
        ['state', 's'],
        ['error', 'access_denied'],
      ],
    ],
    [
      'an error in the query, state between',
      '?error_uri=u&state=s&error=login_required',
      'query',
      [
        ['error_uri', 'u'],
        ['state', 's'],
        ['error', 'login_required'],
      ],
    ],
    [
      'a hybrid answer in the query',
      '?state=s&id_token=a.b.c&code=c&access_token=t',
      'query',
      [
        ['state', 's'],
        ['id_token', 'a.b.c'],
        ['code', 'c'],
        ['access_token', 't'],
      ],
    ],
    ['a refresh token in the fragment', '#refresh_token=r', 'fragment', [['refresh_token', 'r']]],
    ['a refresh token in the query', '?refresh_token=r', 'query', [['refresh_token', 'r']]],
    ['an answer in one JWT', '#response=a.b.c', 'fragment', [['response', 'a.b.c']]],
    ['an answer beside a route of the page', '?code=c#/home?tab=1', 'query', [['code', 'c']]],
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
    const answer = parse(tail);
    expect(answer).toMatchObject({ source, pairs });
    expect(answer?.problems.filter(({ id }) => id !== 'empty_parameter')).toEqual([]);
  });
});

describe('what is no answer', () => {
  const tails = [
    ...['', '#', '?', '?#', '#?', '#&', '#=', '#_=_', '#section', '?page=2', '#state=s', '?token=a', '#Access_Token=a'],
    ...['#/route?id_token=a', '#/cb?state=s&id_token=a', '#/id_token=a', '#/&access_token=a', '#//x&code=a'],
    ...['#!', '#!x', '#!/cb?state=s&id_token=a', '#!x&access_token=a', '#??id_token=a', '#x=%26access_token=a'],
  ];
  test.each(tails)('%s', (tail) => {
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
    ['#error=a&error_description=%EF%BF%BD&%ff=b', 'not_utf8', ['\uFFFD']],
    ['?error=a&error_description=%C3%28', 'not_utf8', ['error_description']],
    ['#error=a&error_description=%EF%BF%BD%ff', 'not_utf8', ['error_description']],
    ['#id_token&access_token=a', 'empty_parameter', ['id_token']],
    ['#x=&access_token=a&x=', 'empty_parameter', ['x']],
    ['#?access_token=a&access_token=b', 'duplicate_parameter', ['access_token']],
    ['?code=c#access_token=a', 'two_places', ['code']],
    ['?access_token=q&state=1#access_token=f', 'two_places', ['access_token', 'state']],
    ['?access_token=q&state=1#access_token=f', 'token_in_query', ['access_token']],
    ['?refresh_token=r&code=c&id_token=i#error=e', 'token_in_query', ['id_token', 'refresh_token']],
  ];
  test.each(vectors)('%s: %s', (tail, id, names) => {
    expect(parse(tail)?.problems).toContainEqual({ id, names });
  });
  test.each(['?code=c#access_token=a', '?access_token=#access_token=a', '?access_token=q', '?access_token=q#/route'])(
    'beside the answer of %s no token stands in the query',
    (tail) => {
      expect(parse(tail)?.problems.map(({ id }) => id)).not.toContain('token_in_query');
    },
  );
  test('a replacement character that was sent as such is no fault', () => {
    expect(parse('#error=a&error_description=%EF%BF%BD')?.problems).toEqual([]);
  });
});

test('the pairs that the callback was registered with are not part of the answer', () => {
  const answer = parseAnswer(`${callback}?app=1&code=c`, `${callback}?app=1`);
  expect(answer?.pairs).toEqual([['code', 'c']]);
});

test('a fragment of nothing but empty parameters counts as absent beside an answer in the query', () => {
  const answer = parse('?code=c#access_token=&state=2');
  expect(answer).toEqual({ source: 'query', pairs: [['code', 'c']], problems: [] });
});

test('an answer of nothing but an empty parameter is still one', () => {
  expect(parse('?state=s&code=')).toMatchObject({ source: 'query', problems: [{ id: 'empty_parameter' }] });
});

describe('the answer in a form', () => {
  const form: [string, string][] = [
    ['state', 's'],
    ['code', 'c+c c'],
    ['id_token', 'a.b.c'],
  ];
  test('is taken as it came', () => {
    expect(parseFormAnswer(form, callback)).toEqual({ source: 'form_post', pairs: form, problems: [] });
  });
  const forms: [what: string, pairs: [string, string][], problem: { id: string; names: string[] }][] = [
    ['a name twice', [...form, ['code', 'd']], { id: 'duplicate_parameter', names: ['code'] }],
    ['an empty value', [['error', ''], ...form], { id: 'empty_parameter', names: ['error'] }],
    ['a value that was no UTF-8', [['error', '\uFFFD'], ...form], { id: 'not_utf8', names: ['error'] }],
  ];
  test.each(forms)('%s is remarked on', (_, pairs, problem) => {
    expect(parseFormAnswer(pairs, callback)).toEqual({ source: 'form_post', pairs, problems: [problem] });
  });
  test.each([[[]], [[['page', '2']]], [[['state', 's']]], [[['__proto__', 'code']]]] as [string, string][][][])(
    'is none in %j',
    (pairs) => expect(parseFormAnswer(pairs, `${callback}?code=c`)).toBeUndefined(),
  );
  const addresses: [tail: string, names: string[]][] = [
    ['?code=q&app=1', ['code', 'app']],
    ['#access_token=f', ['access_token']],
  ];
  test.each(addresses)('another one in the address, %s, is named and left alone', (tail, names) => {
    expect(parseFormAnswer(form, callback + tail)).toEqual({
      source: 'form_post',
      pairs: form,
      problems: [{ id: 'two_places', names }],
    });
  });
  test.each(['?access_token=q', '?access_token=q#code=c'])('a token in the query of %s is named', (tail) => {
    expect(parseFormAnswer(form, callback + tail)?.problems).toContainEqual({
      id: 'token_in_query',
      names: ['access_token'],
    });
  });
  test('a query that is no answer is not named', () => {
    expect(parseFormAnswer(form, `${callback}?app=1`)?.problems).toEqual([]);
  });
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

test('the order of the parameters changes nothing but the order', () => {
  const given: [string, string][] = [
    ['access_token', 'a'],
    ['token_type', 'bearer'],
    ['state', 's'],
    ['scope', 'one two'],
  ];
  const shuffled = fc.shuffledSubarray(given, { minLength: given.length });
  fc.assert(
    fc.property(shuffled, fc.constantFrom('#', '?'), fc.constantFrom('+', '%20'), (pairs, sign, space) => {
      const answer = parse(`${sign}${new URLSearchParams(pairs)}`.replace('+', space));
      expect(answer).toEqual({ source: sign === '#' ? 'fragment' : 'query', pairs, problems: [] });
    }),
  );
});

test('no form makes it throw', () => {
  const text = fc.string({ unit: 'binary' });
  const pairs = fc.array(fc.tuple(fc.oneof(text, fc.constant('code')), text));
  fc.assert(
    fc.property(pairs, text, (form, address) => {
      const isOne = form.some(([name]) => name === 'code');
      if (isOne) expect(parseFormAnswer(form, address)?.pairs).toBe(form);
      else parseFormAnswer(form, address);
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
