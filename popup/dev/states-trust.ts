import type { SentRequest } from '../../src/protocol/records.ts';
import { answer, capture, login, noon, profile, staging } from './sample.ts';
import type { State } from './states.ts';

const pool = 'https://claimcheck-demo.auth.us-east-1.amazoncognito.com';
const issuer = 'https://cognito-idp.us-east-1.amazonaws.com';
const intercepting = { ...profile, intercept: true, cleanUp: ['history' as const] };

const sent: SentRequest[] = [
  { at: noon - 2000, method: 'GET', origin: pool, purpose: 'userinfo', status: 200, durationMs: 142 },
  { at: noon - 60_000, method: 'POST', origin: pool, purpose: 'code', status: 200, durationMs: 120 },
  { at: noon - 179_000, method: 'GET', origin: issuer, purpose: 'keys', status: 200, durationMs: 84 },
  { at: noon - 179_100, method: 'GET', origin: issuer, purpose: 'discovery', status: 200, durationMs: 96 },
];
const failed: SentRequest[] = [
  { at: noon - 3000, method: 'POST', origin: pool, purpose: 'refresh', status: 400, durationMs: 88 },
  { at: noon - 4000, method: 'POST', origin: pool, purpose: 'revocation', failure: 'unreachable', durationMs: 31 },
  { at: noon - 9000, method: 'GET', origin: pool, purpose: 'userinfo', failure: 'timeout', durationMs: 10_000 },
  { at: noon - 20_000, method: 'POST', origin: 'http://localhost:9229', purpose: 'client_token', failure: 'offline' },
];
const many = Array.from({ length: 64 }, (_, index): SentRequest => {
  return {
    at: noon - index * 41_000,
    method: 'GET',
    origin: issuer,
    purpose: 'keys',
    status: 200,
    durationMs: 80 + index,
  };
});
const full: Partial<State> = {
  captures: [capture({ userinfo: answer() }), capture({ id: 'older', capturedAt: noon - 4_000_000, pinned: true })],
  privateCaptures: [capture({ id: 'apart' })],
  logins: [login],
  secretsOf: [profile.id],
  lockedSecrets: [staging.id],
  documents: [`metadata ${issuer}`, `keys ${issuer}`],
  requests: sent,
};

/** What is stored, allowed and sent, in the states that differ. */
export const trustStates: readonly State[] = [
  trust('page-trust-empty', { profiles: [], refused: ['webNavigation', 'idle', 'clipboardRead', 'clipboardWrite'] }),
  trust('page-trust', { ...full, profiles: [intercepting, staging] }),
  trust('page-trust-firefox', { ...full, profiles: [intercepting, staging], isFirefox: true }),
  trust('page-trust-unneeded', {
    granted: { permissions: ['history', 'scripting'], origins: ['https://old.example.com/*', 'https://*/*'] },
  }),
  trust('page-trust-taken-back', { profiles: [intercepting], refused: ['webRequest', 'http://localhost/*'] }),
  trust('page-trust-failed', { requests: failed }),
  trust('page-trust-many', { requests: many }),
];

function trust(name: string, more: Partial<State>): State {
  return { name, width: 'page', profiles: [profile, staging], captures: [], route: '#settings', ...more };
}
