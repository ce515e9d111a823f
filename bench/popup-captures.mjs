/** Captures as large as those of a real login, as many as the browser's memory for extensions holds. */
import { randomBytes, randomUUID } from 'node:crypto';

/** @typedef {import('../src/protocol/records.ts').Capture} Capture */

const most = 1000;
/** So many verdicts has an implicit login with both tokens. */
const verdicts = 14;

/**
 * Stores as many as fit, and says how many that are.
 *
 * @param {Pick<import('./house.mjs').House, 'driver'>} house
 * @returns {Promise<number>}
 */
export async function fillWithCaptures({ driver }) {
  for (let count = most; count > 0; count -= 50) {
    const captures = Array.from({ length: count }, (_, age) => captureOf(age));
    try {
      await driver.writeStorage('session', { captures });
      return count;
    } catch (error) {
      if (!/quota/i.test(String(error))) throw error;
    }
  }
  throw new Error('The memory of the browser holds no capture');
}

/**
 * Of the profile that `profileAt` gives; two tokens of about 1.2 KB that nobody signed, judged.
 *
 * @param {number} age in seconds; the user's name has it too
 * @returns {Capture}
 */
export function captureOf(age) {
  const capturedAt = Date.now() - age * 1000;
  return {
    ...{ id: randomUUID(), profileId: 'profile-0', capturedAt, startedHere: true, source: 'fragment', frame: 'main' },
    callback: 'https://app.example/callback',
    params: [
      ['id_token', ''],
      ['access_token', ''],
      ['expires_in', '3600'],
      ['token_type', 'Bearer'],
      ['state', randomBytes(16).toString('base64url')],
    ],
    tokens: { id_token: tokenOf(age, capturedAt, 'id'), access_token: tokenOf(age, capturedAt, 'access') },
    ...{ tokenType: 'Bearer', expiresAt: Math.floor(capturedAt / 1000) + 3600, judgedAt: capturedAt + 50 },
    verdicts: Array.from({ length: verdicts }, () => ({
      ...{ check: 'aud', result: 'pass', token: 'id_token', from: 'front_channel' },
    })),
    ...{ tokenCalls: [], replays: [], events: [{ at: capturedAt, kind: 'captured' }] },
  };
}

/**
 * @param {number} age
 * @param {number} at in milliseconds
 * @param {'id' | 'access'} use
 */
function tokenOf(age, at, use) {
  const seconds = Math.floor(at / 1000);
  const claims = {
    ...{ sub: randomUUID(), 'cognito:groups': ['admins', 'billing', 'beta-testers'], token_use: use },
    ...{ iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE0', aud: '1example23456789abcdef0' },
    ...{ iat: seconds, exp: seconds + 3600, auth_time: seconds, jti: randomUUID(), event_id: randomUUID() },
    ...{ email: `user-${age}@example.com`, email_verified: true, 'cognito:username': `user-${age}` },
  };
  const part = (/** @type {object} */ value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ kid: randomUUID(), alg: 'RS256' })}.${part(claims)}.${randomBytes(256).toString('base64url')}`;
}
