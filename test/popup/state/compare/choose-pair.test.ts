import { describe, expect, test } from 'vitest';
import { choosePair } from '../../../../popup/state/compare/choose-pair.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { capture, token } from '../../../support/records.ts';

const of = (id: string, sub: string, over: Partial<Capture> = {}) =>
  capture({ id, tokens: { id_token: token({ sub }) }, ...over });

// newest first
const held = [
  of('frame', 'ada', { frame: 'sub' }),
  of('n', 'ada'),
  of('grace', 'grace'),
  of('other-profile', 'ada', { profileId: 'p2' }),
  of('o', 'ada'),
  of('oldest', 'eve'),
];

describe('the pair that a route means', () => {
  test.each<[what: string, a: string, b: string, pair: [a: string, b: string]]>([
    ['both as they are named', 'o', 'grace', ['o', 'grace']],
    ['of none: the newest and the login before of its user and profile', '', '', ['o', 'n']],
    ['of B alone: the login before of the same user', '', 'n', ['o', 'n']],
    ['of B alone, with no other of its user: the capture before', '', 'grace', ['other-profile', 'grace']],
    ['of B alone, the oldest: the one after it', '', 'oldest', ['o', 'oldest']],
    ['of A alone: as of B', 'n', '', ['n', 'o']],
    ['of one that is gone: it stays', 'gone', 'n', ['gone', 'n']],
    ['of one that is gone and none: the newest', 'gone', '', ['gone', 'frame']],
  ])('%s', (_what, a, b, [first, second]) => {
    expect(choosePair(a, b, held)).toEqual({ a: first, b: second });
  });

  test('is none where there are not two', () => {
    expect(choosePair('', '', [])).toEqual({ a: '', b: '' });
    expect(choosePair('', '', held.slice(1, 2))).toEqual({ a: '', b: 'n' });
  });
});
