import { expect, test } from 'vitest';
import { capturedMoments } from '../../popup/state/moments.ts';
import { capture, now, token } from '../support/records.ts';

test('the times of both tokens are moments, in milliseconds; text where a time should be is none', () => {
  const tokens = {
    id_token: token({ exp: 9, auth_time: 5, email: 'x' }),
    access_token: token({ iat: 7, nbf: 'soon' }),
  };
  expect(capturedMoments(capture({ tokens, expiresAt: 8 }))).toEqual([now, 8000, 9000, 5000, 7000]);
});
