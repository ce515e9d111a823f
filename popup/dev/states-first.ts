import type { Capture, Verdict } from '../../src/protocol/records.ts';
import { sampleProfile } from '../../src/protocol/sample-profile.ts';
import { mint } from './mint.ts';
import { accessClaims, answer, capture, idClaims, inOrder, noon, profile, staging, verdicts } from './sample.ts';
import type { State } from './states.ts';

const { issuer: iss, clientId, callback, scopes, responseType } = sampleProfile;
const sub = '00000000-5a3b-4e1e-8000-000000000000';
const name = 'sample.user';
const email = 'sample.user@example.com';

/** What the worker makes of it once all is judged. `at` is in milliseconds. */
export function sampled(at = noon - 20_000, changes: Partial<Capture> = {}): Capture {
  const made = Math.floor(at / 1000);
  const access = { ...accessClaims(made), sub, iss, client_id: clientId, username: name };
  const id = { ...idClaims(made), sub, iss, aud: clientId, 'cognito:username': name, email };
  return capture({
    id: `sample-${at}`,
    profileId: sampleProfile.id,
    capturedAt: at,
    judgedAt: at,
    callback,
    tokens: { id_token: mint(id), access_token: mint(access) },
    expiresAt: made + 3600,
    request: { responseType, scopes, redirectUri: callback, state: 'MeArjk4pLBmNjKsG', nonce: 'ArNFf9ejmqpq9svX' },
    userinfo: { ...answer({ at }), body: JSON.stringify({ sub, email_verified: 'true', email, username: name }) },
    verdicts: inOrder([
      // there is one profile, so that none can be mixed up with it
      ...verdicts
        .filter(({ check }) => check !== 'mix_up')
        .map((verdict) => (verdict.check === 'iat_age' ? passed(verdict) : verdict)),
      ...['userinfo_transport', 'userinfo_response', 'userinfo_sub'].map((check) => ({
        ...{ check, result: 'pass' as const, token: 'userinfo' as const },
      })),
    ]),
    events: [{ at, kind: 'sample_minted' }],
    origin: 'sample',
    ...changes,
  });
}

function passed({ check, token, from }: Verdict): Verdict {
  return { check, result: 'pass', ...(token && { token }), ...(from && { from }) };
}

const old = sampled(noon - 75 * 60_000);

export const firstStates: readonly State[] = [
  { name: 'sample', width: 'popup', profiles: [], captures: [sampled()] },
  { name: 'sample-access', width: 'popup', profiles: [], captures: [sampled()], press: '2' },
  { name: 'sample-expired', width: 'popup', profiles: [], captures: [old] },
  { name: 'sample-with-profile', width: 'popup', profiles: [profile, staging], captures: [sampled()] },
  { name: 'panel-sample', width: 'panel', profiles: [], captures: [sampled()] },
  { name: 'page-empty', width: 'page', profiles: [], captures: [], route: '#captures' },
  { name: 'page-sample', width: 'page', profiles: [], captures: [sampled()], route: '#captures' },
  {
    name: 'page-sample-with-profile',
    width: 'page',
    profiles: [profile, staging],
    captures: [sampled(), capture(), old],
    route: `#captures/${sampled().id}`,
  },
];
