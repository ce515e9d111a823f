import { expect, test } from 'vitest';
import type { SessionRecords } from '../../../src/store/session-records.ts';
import { createSamples } from '../../../src/worker/samples.ts';
import { capture, now, session } from '../../support/records.ts';

function samplesOver(records: SessionRecords, { isFull = false } = {}) {
  const held = { records, runs: 0 };
  const change = async (changed: (before: SessionRecords) => SessionRecords) => {
    if (isFull) throw new Error('QUOTA_BYTES quota exceeded');
    held.records = changed(held.records);
    return held.records;
  };
  const run = async () => {
    held.runs += 1;
  };
  const { verbs } = createSamples({ now: () => now }, { world: { change }, judging: { run } });
  return { held, sample: verbs.sample };
}

const ids = (captures: { id: string }[]) => captures.map(({ id }) => id);

test('the newest stands first, and each press makes another', async () => {
  const { held, sample } = samplesOver(session({ captures: [capture({ id: 'own' })] }));
  const first = await sample({ type: 'sample' });
  const second = await sample({ type: 'sample' });
  if (!first.ok || !second.ok) throw new Error('no sample was made');
  expect(ids(held.records.captures)).toEqual([second.captureId, first.captureId, 'own']);
  expect(held.runs).toBe(2);
});

test('one that was asked for in a private window lives with those of private windows', async () => {
  const { held, sample } = samplesOver(session());
  const made = await sample({ type: 'sample', isPrivate: true });
  if (!made.ok) throw new Error(made.reason);
  expect(ids(held.records.privateCaptures)).toEqual([made.captureId]);
  expect(held.records.captures).toEqual([]);
});

test('with the memory full it says so, and nothing is judged', async () => {
  const { held, sample } = samplesOver(session(), { isFull: true });
  expect(await sample({ type: 'sample' })).toEqual({ ok: false, reason: expect.stringMatching(/memory .* full/) });
  expect(held.runs).toBe(0);
});
