import { expect, test } from 'vitest';
import { findSameState } from '../../../../popup/state/capture/same-state.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { capture, now } from '../../../support/records.ts';

const first = capture();
const second = (over: Partial<Capture> = {}) => capture({ id: 'c2', capturedAt: now + 1000, ...over });

test.each<[string, Capture, boolean]>([
  ['came later', second(), true],
  ['carries another state', second({ params: [['state', 'other']] }), false],
  ['carries none', second({ params: [] }), false],
  ['is of another profile', second({ profileId: 'p2' }), false],
  ['came before', second({ capturedAt: now - 1000 }), false],
  ['was pasted', second({ origin: 'pasted' }), false],
])('an answer with the same state that %s is pointed to from the first: %s', (_, other, isTold) => {
  expect(findSameState(first, [other, first])?.id).toBe(isTold ? 'c2' : undefined);
});

test('the later one says so of itself', () => {
  const marked = capture({ events: [{ at: now, kind: 'state_used' }] });
  expect(findSameState(marked, [second(), marked])).toBeUndefined();
});
