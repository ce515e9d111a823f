import { describe, expect, test } from 'vitest';
import { headerWords, payloadWords, problemWords } from '../../../../popup/state/token/token-words.ts';
import { decodeToken, type Member, type TokenProblem } from '../../../../src/protocol/token.ts';
import { jwt } from '../../../vectors/token-text.ts';

describe('a problem is one sentence or two that say where it is', () => {
  test.each<[TokenProblem, string]>([
    [
      { part: 'payload', id: 'white_space', at: 60 },
      'The payload holds white space at character 61. It was probably copied across lines.',
    ],
    [{ part: 'header', id: 'not_utf8', at: 2 }, 'The header is no UTF-8 text, from byte 3 on.'],
    [
      { part: 'header', id: 'duplicate_member', name: 'alg', at: 14 },
      'The header names alg twice. Shown is the last; another reader may take the first.',
    ],
    [
      { part: 'payload', id: 'duplicate_member', name: 'a\u202eb', at: 14 },
      'The payload names a⟨U+202E⟩b twice. Shown is the last; another reader may take the first.',
    ],
    [
      { part: 'payload', id: 'too_deep' },
      'The payload is nested more than 64 levels deep. Some readers refuse that, or fail at it.',
    ],
    [{ part: 'signature', id: 'empty' }, 'The signature is empty.'],
  ])('%j', (problem, words) => {
    expect(problemWords(problem)).toBe(words);
  });
});

describe('a header in a few words', () => {
  const long = 'n'.repeat(100_000);
  const nested = JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`);
  test.each<[what: string, header: Member[], words: object]>([
    ['of a signed token', [['alg', 'RS256']], { alg: 'RS256' }],
    [
      'of an encrypted one',
      [
        ['alg', 'PBES2-HS512+A256KW'],
        ['enc', 'A128CBC-HS256'],
      ],
      { alg: 'PBES2-HS512+A256KW', enc: 'A128CBC-HS256' },
    ],
    [
      'with a long key id',
      [
        ['alg', 'RS256'],
        ['kid', 'abcdefghijklmnopqrstuvwxyz'],
      ],
      { alg: 'RS256', kid: 'abcdefgh…xyz' },
    ],
    [
      'with names that have no end',
      [
        ['alg', long],
        ['enc', long],
      ],
      { alg: `${long.slice(0, 32)}…`, enc: `${long.slice(0, 32)}…` },
    ],
    ['without an algorithm', [], { alg: 'no algorithm' }],
    [
      'with an object for an algorithm',
      [
        ['alg', { toString: 1, valueOf: 1 }],
        ['kid', 1],
      ],
      { alg: 'an algorithm that is no text' },
    ],
    ['with a deep list for an algorithm', [['alg', nested]], { alg: 'an algorithm that is no text' }],
  ])('%s', (_, header, words) => {
    expect(headerWords(header)).toEqual(words);
  });
});

test('the payload is named by its number of claims', () => {
  expect(payloadWords(decodeToken(jwt('{"a":1,"b":2}')))).toBe('2 claims, shown above');
  expect(payloadWords(decodeToken(jwt('{"a":1}')))).toBe('1 claim, shown above');
  expect(payloadWords(decodeToken(jwt('[]')))).toBe('no claims that can be read');
});
