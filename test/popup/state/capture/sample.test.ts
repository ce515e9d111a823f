import { describe, expect, test } from 'vitest';
import { sampled } from '../../../../popup/dev/states-first.ts';
import { arrivalOf } from '../../../../popup/state/capture/arrival-words.ts';
import { captureLine, groupByProfile } from '../../../../popup/state/capture/capture-line.ts';
import { placeOf } from '../../../../popup/state/capture/elsewhere.ts';
import { howWords } from '../../../../popup/state/capture/how-captured.ts';
import { newestSample } from '../../../../popup/state/capture/newest-sample.ts';
import { expiredWords } from '../../../../popup/state/token/expired-words.ts';
import { whyNotRevoke } from '../../../../popup/state/token/revoke-words.ts';
import { sampleProfile } from '../../../../src/protocol/sample-profile.ts';
import { capture, now, profile } from '../../../support/records.ts';

const sample = sampled(now);

describe('a sample says that it is one', () => {
  test('in the stub', () => {
    expect(howWords(sample)).toBe('Sample: minted in this browser, no login. As if from the fragment of');
  });
  test('in the list, in a group of its own', () => {
    const groups = groupByProfile([sample, capture({ profileId: 'gone' })], [profile()]);
    expect(groups.map(({ name }) => name)).toEqual(['Sample', 'Deleted profile']);
    expect(captureLine(sample, sampleProfile, now).state).toBe('sample, 44 passed, expires in 60 min');
  });
  test('as it arrives', () => {
    expect(arrivalOf(sample, undefined, now)?.words).toMatch(/^A sample was minted\. 44 checks passed/);
  });
  test('once it has expired', () => {
    expect(expiredWords(sample, sampleProfile, 'access_token', { now })).toEqual([
      expect.stringMatching(/another sample/),
    ]);
  });
});

test('nobody can be asked to revoke it, and no tab went to its callback', () => {
  expect(whyNotRevoke(sample, sampleProfile, 'access_token')).toBe('A sample: there is nobody to ask.');
  expect(placeOf(sample, true)).toBeUndefined();
});

test('the newest is the first in the list, whatever was captured since', () => {
  expect(newestSample([capture(), sample, sampled(now - 1000)])).toBe(sample);
  expect(newestSample([capture()])).toBeUndefined();
  expect(newestSample(undefined)).toBeUndefined();
});
