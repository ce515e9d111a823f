import { describe, expect, test } from 'vitest';
import { chosenInFront, nextInFront } from '../../../../popup/state/capture/in-front.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { capture, now } from '../../../support/records.ts';

const of = (id: string, at: number, more: Partial<Capture> = {}) =>
  capture({ id, capturedAt: now + at, startedHere: false, ...more });
const [first, second, third] = [of('first', 1), of('second', 2), of('third', 3)];
const reading = () => true;
const away = () => false;

test('the newest capture stands in front', () => {
  expect(nextInFront(undefined, [second, first], reading)).toMatchObject({ captureId: 'second', hasNewer: false });
  expect(nextInFront(undefined, [], reading).captureId).toBeUndefined();
});

describe('a capture that comes', () => {
  const before = nextInFront(undefined, [first], away);

  test('takes its place while nobody is at the one before', () => {
    expect(nextInFront(before, [second, first], away)).toMatchObject({ captureId: 'second', hasNewer: false });
  });

  test('waits while somebody is, and goes on waiting once they are not', () => {
    const kept = nextInFront(before, [second, first], reading);
    expect(kept).toMatchObject({ captureId: 'first', hasNewer: true });
    expect(nextInFront(kept, [second, first], away)).toMatchObject({ captureId: 'first', hasNewer: true });
  });

  test.each<[string, Partial<Capture>]>([
    ['from a sign-in of ours', { startedHere: true }],
    ['that was pasted', { origin: 'pasted' }],
    ['that is a sample', { origin: 'sample' }],
  ])('%s was asked for: it takes its place all the same', (_, more) => {
    const after = nextInFront(before, [of('asked', 2, more), first], reading);
    expect(after).toMatchObject({ captureId: 'asked', hasNewer: false });
  });

  test('does not count as one when it is an older one of which the newer is forgotten', () => {
    const kept = nextInFront(nextInFront(before, [second, first], reading), [third, second, first], reading);
    expect(nextInFront(kept, [second, first], reading)).toMatchObject({ captureId: 'first', hasNewer: true });
    expect(nextInFront(kept, [first], reading)).toMatchObject({ captureId: 'first', hasNewer: false });
  });
});

test('one that was chosen stays though nobody is at it, until it is forgotten', () => {
  const chosen = chosenInFront('first', [second, first]);
  expect(chosen).toMatchObject({ captureId: 'first', hasNewer: false });
  expect(nextInFront(chosen, [second, first], away)).toMatchObject({ captureId: 'first', hasNewer: false });
  expect(nextInFront(chosen, [third, second, first], away)).toMatchObject({ captureId: 'first', hasNewer: true });
  expect(nextInFront(chosen, [third, second], away)).toMatchObject({ captureId: 'third', hasNewer: false });
});

test('the newest that was chosen is followed by newer ones again', () => {
  const chosen = chosenInFront('second', [second, first]);
  expect(nextInFront(chosen, [third, second, first], away).captureId).toBe('third');
});

test('with another profile in front its newest stands there', () => {
  const before = nextInFront(undefined, [first], reading);
  expect(nextInFront(before, [of('other', 0)], reading)).toMatchObject({ captureId: 'other', hasNewer: false });
});
