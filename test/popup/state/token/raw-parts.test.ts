import { expect, test } from 'vitest';
import { rawParts } from '../../../../popup/state/token/raw-parts.ts';
import { decodeToken } from '../../../../src/protocol/token.ts';
import { token } from '../../../support/records.ts';

const parts = (text: string) => rawParts(text, decodeToken(text));
const titles = (text: string) => parts(text).map(({ title }) => title);

test('what makes a token usable is marked as secret', () => {
  const hidden = (text: string) => parts(text).filter(({ isSecret }) => isSecret);
  expect(hidden(token({ sub: 'ada' })).map(({ title }) => title)).toEqual(['Signature']);
  expect(hidden('eyJhbGciOiJkaXIifQ.a.b.c.d').map(({ title }) => title)).toEqual(['Encrypted']);
  expect(parts('opaque')).toMatchObject([{ title: 'One part', text: '' }]);
});

test('the disclosures of an SD-JWT stand apart from its signature', () => {
  const bare = token({ sub: 'ada' });
  const disclosure = Buffer.from('["salt","name","Ada"]').toString('base64url');
  expect(titles(`${bare}~${disclosure}~`)).toEqual(['Header', 'Payload', 'Signature', 'Disclosed']);
  const [, , signature, disclosed] = parts(`${bare}~${disclosure}~`);
  expect(signature?.text).toBe(bare.split('.')[2]);
  expect(disclosed).toMatchObject({ words: '1 claim', joint: '~', text: `${disclosure}~` });
});
