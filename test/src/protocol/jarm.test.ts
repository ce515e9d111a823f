import { describe, expect, test } from 'vitest';
import { findParameter, readJarm } from '../../../src/protocol/jarm.ts';
import { token } from '../../support/records.ts';

const encrypted = `${token({}).split('.')[0]}.a.b.c.d`;

describe('an answer as a JWT', () => {
  test.each([
    ['none', [['code', 'c']], undefined],
    ['an empty one', [['response', '']], undefined],
    [
      'the parameters inside, numbers as text and nothing else',
      [['response', token({ code: 'c', exp: 1, aud: ['a'] })]],
      {
        pairs: [
          ['code', 'c'],
          ['exp', '1'],
        ],
      },
    ],
    ['an encrypted one', [['response', encrypted]], { sealed: 'encrypted' }],
    ['no JWT', [['response', 'opaque']], { sealed: 'unreadable' }],
    [
      'two of them',
      [
        ['response', 'a'],
        ['response', 'b'],
      ],
      { sealed: 'repeated' },
    ],
  ] as [string, [string, string][], unknown][])('%s', (_, params, read) => {
    expect(readJarm(params)).toEqual(read);
  });
});

test.each([
  ['inside the JWT', [['response', token({ state: 'inside' })]], 'inside'],
  [
    'inside it first',
    [
      ['state', 'beside'],
      ['response', token({ state: 'inside' })],
    ],
    'inside',
  ],
  [
    'beside one that is encrypted',
    [
      ['state', 'beside'],
      ['response', encrypted],
    ],
    'beside',
  ],
  ['without a JWT', [['state', 'plain']], 'plain'],
  ['nowhere', [['response', token({})]], undefined],
] as [string, [string, string][], string | undefined][])('a parameter is found %s', (_, params, value) => {
  expect(findParameter(params, 'state')).toBe(value);
});
