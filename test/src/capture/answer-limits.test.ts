import { describe, expect, test } from 'vitest';
import { limitAddress, limitPairs, parameterLimit, tokenLimit } from '../../../src/capture/answer-limits.ts';

const callback = 'http://localhost:3000/callback';
const many = Array.from({ length: 1500 }, (_, index) => `x${index}=1`);

describe('of too many parameters', () => {
  test.each([
    ['in the fragment', `${callback}?app=1#`],
    ['in the fragment with a question mark', `${callback}?app=1#?`],
    ['in the query', `${callback}?`],
  ])('those of the specifications are kept wherever they stand, others in their order: %s', (_, start) => {
    const { url, parameters } = limitAddress(`${start}${many.join('&')}&%69d_token=a.b.c&state=s`);
    const kept = `${many.slice(0, parameterLimit - 2).join('&')}&%69d_token=a.b.c&state=s`;
    expect(url).toBe(start + kept);
    expect(parameters).toBe(1502);
  });
  test('the other part of the address is left as it is', () => {
    const { url } = limitAddress(`${callback}?${many.join('&')}#code=c&&`);
    expect(url).toBe(`${callback}?${many.slice(0, parameterLimit).join('&')}#code=c&&`);
  });
  test('those of a form as well', () => {
    const pairs = many.map((text): [string, string] => [text, '1']);
    const { pairs: kept, refused } = limitPairs([...pairs, ['code', 'c']]);
    expect(kept).toEqual([...pairs.slice(0, parameterLimit - 1), ['code', 'c']]);
    expect(refused).toEqual([{ parameters: 1501 }]);
  });
  test('a name that is always the same is none too many to keep', () => {
    const pairs = Array.from({ length: 1500 }, (): [string, string] => ['code', 'c']);
    expect(limitPairs(pairs).pairs).toHaveLength(parameterLimit);
  });
});

test.each([
  callback,
  `${callback}?a=1&&b#?c&d=%ff`,
  `${callback}#${many.slice(0, parameterLimit).join('&')}`,
  `${callback}#${'&'.repeat(5000)}code=c`,
  'no address',
])('an address that is within the limit is not touched', (address) => {
  expect(limitAddress(address)).toEqual({ url: address });
});

test('a value that is too long is emptied, its name and size are kept', () => {
  const long = 'a'.repeat(tokenLimit + 1);
  expect(
    limitPairs([
      ['id_token', long],
      ['state', 's'],
    ]),
  ).toEqual({
    pairs: [
      ['id_token', ''],
      ['state', 's'],
    ],
    refused: [{ name: 'id_token', size: tokenLimit + 1 }],
  });
});
