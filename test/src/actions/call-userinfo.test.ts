import { expect, test } from 'vitest';
import { callUserinfo } from '../../../src/actions/call-userinfo.ts';
import { capture, now, profile } from '../../support/records.ts';

test.each(['bad\uFFFDutf', 'two\r\nX-Other: header', 'a b', '\u0000'])(
  'a token that no header can carry is not sent: %j',
  async (access_token) => {
    const outcome = await callUserinfo('c1', {
      findCapture: async () => capture({ tokens: { access_token } }),
      profiles: async () => [profile()],
      changeCapture: async () => {
        throw new Error('changed');
      },
      now: () => now,
      get: async () => {
        throw new Error('called');
      },
    });
    expect(outcome).toEqual({ ok: false, reason: expect.stringContaining('no header can carry') });
  },
);
