import { expect, test } from 'vitest';
import { forgetCaptures } from '../../../src/actions/forget.ts';
import { capture, login } from '../../support/records.ts';

test('a forgotten capture leaves nothing of itself behind, the others stay', () => {
  const sighting = { tabId: 1, frameId: 0, kind: 'committed', at: 1 };
  const records = {
    captures: [capture(), capture({ id: 'c2' })],
    logins: [login()],
    sightings: { c1: sighting, c2: sighting },
  };
  expect(forgetCaptures(records, ['c1', 'unknown'])).toEqual({
    captures: [capture({ id: 'c2' })],
    logins: [login()],
    sightings: { c2: sighting },
  });
});
