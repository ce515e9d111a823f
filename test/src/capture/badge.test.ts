import { expect, test } from 'vitest';
import { badgeFor } from '../../../src/capture/badge.ts';
import { capture, now } from '../../support/records.ts';

test('the badge counts what nobody has looked at yet, and says nothing else', () => {
  expect(badgeFor([], 0)).toMatchObject({ text: '', title: 'Claimcheck' });
  expect(badgeFor([capture()], now - 1)).toMatchObject({ text: '1', title: 'Claimcheck: 1 new capture' });
  expect(badgeFor([capture(), capture({ id: 'c2' })], now - 1)).toMatchObject({
    text: '2',
    title: 'Claimcheck: 2 new captures',
  });
  expect(badgeFor([capture()], now)).toMatchObject({ text: '' });
});

test('a renewal in a frame does not count', () => {
  expect(badgeFor([capture({ frame: 'sub' })], now - 1)).toMatchObject({ text: '' });
});

test('an error has another colour', () => {
  const failed = badgeFor([capture({ error: { error: 'access_denied' } })], now - 1);
  expect(failed.colour).not.toBe(badgeFor([capture()], now - 1).colour);
});
