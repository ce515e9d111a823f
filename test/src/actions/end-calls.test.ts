import { describe, expect, test } from 'vitest';
import { withoutLostCalls } from '../../../src/actions/end-calls.ts';
import type { Capture } from '../../../src/protocol/records.ts';
import { capture, now, session } from '../../support/records.ts';

const calls: [string, Partial<Capture>, call: string, told: object][] = [
  [
    'userInfo',
    { userinfoSentAt: now - 1 },
    'userinfo:c1',
    {
      userinfoFailure: { kind: 'interrupted', at: now },
      events: [{ kind: 'userinfo_failed', detail: 'interrupted' }],
    },
  ],
  [
    'the token endpoint',
    { tokenCall: { grant: 'refresh_token', sentAt: now - 1 }, judgedAt: now - 1 },
    'tokens:c1',
    {
      tokenFailure: { kind: 'interrupted', grant: 'refresh_token', at: now },
      events: [{ kind: 'refresh_failed', detail: 'interrupted' }],
    },
  ],
];

describe.each(calls)('a call to %s', (_, sent, call, told) => {
  test('that another life of the worker sent is told as interrupted at once, in either kind of window', () => {
    const lost = capture(sent);
    const { captures, privateCaptures } = withoutLostCalls(session({ captures: [lost], privateCaptures: [lost] }), now);
    expect([...captures, ...privateCaptures]).toMatchObject([told, told]);
    for (const one of captures) {
      expect(one).not.toHaveProperty('userinfoSentAt');
      expect(one).not.toHaveProperty('tokenCall');
      if (sent.tokenCall) expect(one).not.toHaveProperty('judgedAt');
    }
  });
  test('that may still be answered is left alone', () => {
    const records = session({ captures: [capture(sent), capture({ id: 'c2' })] });
    const isOurs = (name: string) => name === call;
    expect(withoutLostCalls(records, now + 14_998, isOurs)).toBe(records);
  });
  test('is over once its time is, whoever sent it', () => {
    const records = session({ captures: [capture(sent)] });
    const later = now + 15_001;
    expect(withoutLostCalls(records, later, () => true).captures[0]?.events).toHaveLength(1);
  });
});

test('tokens that are held stay with a call that was lost', () => {
  const lost = capture({ tokenCall: { grant: 'refresh_token', sentAt: now - 1 } });
  const { captures } = withoutLostCalls(session({ captures: [lost] }), now);
  expect(captures[0]?.tokens).toEqual(lost.tokens);
});
