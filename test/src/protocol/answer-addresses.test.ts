import { describe, expect, test } from 'vitest';
import { answerAddresses } from '../../../src/protocol/answer-addresses.ts';
import type { Capture } from '../../../src/protocol/records.ts';

type AnswerOf = Pick<Capture, 'callback' | 'source' | 'params' | 'tokens'>;
const callback = 'https://app.example/cb';
const plain: AnswerOf = {
  callback,
  source: 'fragment',
  params: [
    ['access_token', ''],
    ['state', 's'],
  ],
  tokens: { access_token: 'a.b-c' },
};
const withScope: AnswerOf = { ...plain, params: [['scope', 'openid a/b']], tokens: {} };

describe('the addresses in which an answer can have come', () => {
  test.each<[string, AnswerOf, string[]]>([
    ['one, where nothing needs encoding', plain, [`${callback}#access_token=a.b-c&state=s`]],
    [
      'as it is, encoded, as a form',
      withScope,
      [`${callback}#scope=openid%20a/b`, `${callback}#scope=openid%20a%2Fb`, `${callback}#scope=openid+a%2Fb`],
    ],
    ['in the query', { ...plain, source: 'query' }, [`${callback}?access_token=a.b-c&state=s`]],
    [
      'after the query of the callback',
      { ...plain, source: 'query', callback: `${callback}?app=1` },
      [`${callback}?app=1&access_token=a.b-c&state=s`],
    ],
    [
      'with a parameter that came empty',
      {
        ...plain,
        params: [
          ['access_token', ''],
          ['state', ''],
        ],
      },
      [`${callback}#access_token=a.b-c&state=`],
    ],
    ['none for a form', { ...plain, source: 'form_post' }, []],
    ['none without a front channel', { ...plain, source: 'token_endpoint' }, []],
    ['none without a callback: it was pasted', { ...plain, callback: '' }, []],
  ])('%s', (_, answer, addresses) => {
    expect(answerAddresses(answer)).toEqual(addresses);
  });
});
