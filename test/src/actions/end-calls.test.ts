import { expect, test } from 'vitest';
import { withoutLostCalls } from '../../../src/actions/end-calls.ts';
import { capture, now, session } from '../../support/records.ts';

test('a call whose worker ended is told as interrupted, in either kind of window', () => {
  const lost = capture({ userinfoSentAt: now - 15_001 });
  const { captures, privateCaptures } = withoutLostCalls(session({ captures: [lost], privateCaptures: [lost] }), now);
  const told = {
    userinfoFailure: { kind: 'interrupted', at: now },
    events: [{ kind: 'userinfo_failed', detail: 'interrupted' }],
  };
  expect([...captures, ...privateCaptures]).toMatchObject([told, told]);
  expect(captures[0]).not.toHaveProperty('userinfoSentAt');
});

test('a call that may still be answered is left alone', () => {
  const records = session({ captures: [capture({ userinfoSentAt: now - 15_000 }), capture({ id: 'c2' })] });
  expect(withoutLostCalls(records, now)).toBe(records);
});
