import { expect, test } from 'vitest';
import {
  findParametersRefusal,
  findValueRefusal,
  parametersRefusal,
  valueRefusal,
} from '../../../src/protocol/refusal.ts';
import { now } from '../../support/records.ts';

const events = [
  { at: now, kind: 'captured' },
  { at: now, kind: 'refused', detail: valueRefusal('id_token has some', 300_000, 262_144) },
  { at: now, kind: 'refused', detail: valueRefusal('code', 300_000, 262_144) },
  { at: now, kind: 'refused', detail: parametersRefusal(1200, 1000) },
];

test('a value that was refused is found by its name alone, with size and limit', () => {
  expect(findValueRefusal(events, 'code')).toBe('code has 300,000 characters; the limit is 262,144');
  expect(findValueRefusal(events, 'id_token')).toBeUndefined();
  expect(findValueRefusal(events, 'The answer')).toBeUndefined();
});

test('parameters that were refused are found with number and limit', () => {
  expect(findParametersRefusal(events)).toBe('The answer has 1,200 parameters; the limit is 1,000');
  expect(findParametersRefusal(events.slice(0, 3))).toBeUndefined();
});
