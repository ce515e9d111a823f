import { expect, test } from 'vitest';
import { capturedMoments } from '../../../../popup/state/claims/moments.ts';
import { capture, now, token } from '../../../support/records.ts';

test('the times of both tokens are moments, in milliseconds; text or milliseconds where a time should be are none', () => {
  const tokens = {
    id_token: token({ exp: 9, auth_time: 5, updated_at: 6, email: 'x' }),
    access_token: token({ iat: 7, nbf: 'soon', exp: now }),
  };
  expect(capturedMoments(capture({ tokens, expiresAt: 8 }))).toEqual([now, 8000, 9000, 5000, 6000, 7000]);
});
