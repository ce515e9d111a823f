import { expect, test } from 'vitest';
import { withPasted } from '../../../src/capture/keep-pasted.ts';
import { takePasted } from '../../../src/capture/take-pasted.ts';
import { memoryArea } from '../../../src/platform/area.ts';
import { readSession, updateSession } from '../../../src/store/session-records.ts';
import { capture, now, profile, session, token } from '../../support/records.ts';

const text = token({ sub: 'ada', nonce: 'n' });

test('the same text pasted twice at once is one capture', async () => {
  const area = memoryArea();
  const paste = async () => {
    const taken = await takePasted(text, 'p1', { profiles: [profile()], isPrivate: false, now });
    if (!taken.ok) throw new Error(taken.reason);
    let id = '';
    await updateSession(area, (records) => {
      const kept = withPasted(records, 'captures', taken.capture);
      id = kept.captureId;
      return kept.records;
    });
    return id;
  };
  const [one, other] = await Promise.all([paste(), paste()]);
  expect(one).toBe(other);
  expect((await readSession(area)).captures.map(({ id }) => id)).toEqual([one]);
});

test.each([
  ['pasted before', 'pasted-a1'],
  ['captured before', 'a1'],
])('an answer that was %s is the capture that is there, and nothing changes', (_, id) => {
  const records = session({ captures: [capture({ id })] });
  expect(withPasted(records, 'captures', capture({ id: 'pasted-a1' }))).toEqual({ records, captureId: id });
});

test('what is there of the other kind of window is another', () => {
  const held = capture({ id: 'a1' });
  const pasted = capture({ id: 'pasted-a1' });
  expect(withPasted(session({ captures: [held] }), 'privateCaptures', pasted)).toEqual({
    records: session({ captures: [held], privateCaptures: [pasted] }),
    captureId: 'pasted-a1',
  });
});
