/**
 * What the checks say of a capture, and what can be done about it.
 * Longer than most files because it is one list, with the judge's own verdicts in full.
 */
import type { CheckId } from '../../src/protocol/checks.ts';
import type { Capture, Profile, Verdict } from '../../src/protocol/records.ts';
import { mint } from './mint.ts';
import {
  accessClaims,
  answer,
  capture,
  idClaims,
  inOrder,
  noon,
  profile,
  staging,
  tokens,
  verdicts,
} from './sample.ts';
import type { State } from './states.ts';

const notStartedHere =
  'This login was not started here, so what its request carried is not known. Sign in from here to check it.';
const keysTimeout = 'The key set did not come within 5 s. Check again later.';
const keysUnreadable =
  'The key set could not be had: its host did not answer, or its answer may not be read. Allow access to the host, then check again.';
const metadataTimeout = 'The issuer’s metadata did not come within 5 s. Check again later.';
const metadataUnreadable =
  'The issuer’s metadata could not be had: its host did not answer, or its answer may not be read. Check the connection and the access to the host, then check again.';
const noMetadata =
  'The metadata of the issuer is not at hand, so what it announces is not known. Check again once it can be fetched.';
/** Of a pool or of another provider. */
const noIssuer = (field: string) =>
  `The profile names no issuer. Enter the ${field} there, or trust the issuer that this token names.`;
const noIssuerOfAnswer = (field: string) => `The profile names no issuer. Enter the ${field} there to check this.`;

const kid = 'n0ZAUVDVPqutiPhazRiV0MHzpMFYk9dDgP2vohou0V8=';

type Changes = Partial<Record<CheckId, Partial<Verdict>>>;

/** All that is well, but for these. A change of a check of both tokens is one of the ID token. */
function verdictsWith(changes: Changes): Verdict[] {
  return verdicts.map((verdict) => {
    const isOther = verdict.check === 'token_use' && verdict.token === 'access_token';
    const change = isOther ? undefined : changes[verdict.check as CheckId]; // made of these ids
    return change ? { ...verdict, ...change } : verdict;
  });
}

function failed(expected: string, actual: string): Partial<Verdict> {
  return { result: 'fail', expected, actual };
}

function notChecked(reason: string, ...checks: CheckId[]): Changes {
  return Object.fromEntries(checks.map((check) => [check, { result: 'not_checked', reason }]));
}

function popup(name: string, one: Capture, profiles: Profile[] = [profile, staging]): State {
  return { name, width: 'popup', profiles, captures: [one] };
}

const badSignature = capture({
  id: 'bad-signature',
  verdicts: verdictsWith({ signature: failed('made with a key of the issuer', 'does not fit header and claims') }),
});

const minutes = 60;
const late = idClaims(noon / 1000 - 180 + 22 * minutes);
const { nonce: _nonce, ...withoutNonce } = late;
const failedMany = capture({
  id: 'failed-many',
  params: capture().params.map(([name, value]) => [name, name === 'state' ? 'another-value' : value]),
  tokens: {
    ...tokens,
    id_token: mint({ ...withoutNonce, aud: '7otherclient8901', at_hash: '36KaQzzmzz4Xq9g7WWZEdg' }),
  },
  verdicts: verdictsWith({
    state: {
      ...failed('MeArjk4pLBmNjKsG', 'another-value'),
      reason: 'The answer does not belong to the login that was started in this tab. Do not use it.',
    },
    ...notChecked(
      'What was sent to bind the answer to this browser did not come back as sent, and has a check of its own. Sign in again.',
      'csrf_binding',
    ),
    ...notChecked(
      'The at_hash of the ID token could not be matched with this access token, and has a check of its own. Sign in again.',
      'implicit_access_token',
    ),
    nonce: failed('ArNFf9ejmqpq9svXidfjnsYmjuRN-xy9', 'none'),
    aud: failed('1example23456789abcdefghij', '7otherclient8901'),
    iat: {
      ...failed('not after 2026-11-23T19:02:16Z (60 s allowed)', '2026-11-23T19:24:16Z'),
      reason: 'This computer’s clock is 22 min behind the provider’s. Set it, then sign in again.',
    },
    at_hash: failed('sFHpJKllgxlBogwv07x5Jg', '36KaQzzmzz4Xq9g7WWZEdg'),
    ...notChecked(keysTimeout, 'kid', 'key', 'signature'),
  }),
});

const { request: _, ...withoutRequest } = capture({
  startedHere: false,
  verdicts: inOrder([
    ...verdictsWith(notChecked(notStartedHere, 'state', 'csrf_binding', 'nonce')).filter(
      ({ check }) => check !== 'scope', // the answer names none, and what was asked for is not known
    ),
    {
      ...{ check: 'auth_time', result: 'not_checked', token: 'id_token', from: 'front_channel' },
      reason: notStartedHere,
    },
  ]),
});

const keysUnreachable = capture({
  id: 'keys',
  verdicts: verdictsWith({
    ...notChecked(keysTimeout, 'kid', 'key', 'signature'),
    ...notChecked(noMetadata, 'iss_parameter_missing'),
    ...notChecked(metadataTimeout, 'discovery_issuer', 'discovery_endpoints'),
  }),
});

const keysNotReadable = capture({
  verdicts: verdictsWith({
    ...notChecked(keysUnreadable, 'kid', 'key', 'signature'),
    ...notChecked(noMetadata, 'iss_parameter_missing'),
    ...notChecked(metadataUnreadable, 'discovery_issuer', 'discovery_endpoints'),
  }),
});

const withWarnings = capture({
  tokens: { ...tokens, id_token: mint(idClaims(), { typ: 'at+jwt', kid, alg: 'RS256' }) },
  verdicts: verdictsWith({
    discovery_endpoints: {
      ...failed('jwks_uri on cognito-idp.us-east-1.amazonaws.com', 'keys.example.net'),
      severity: 'warning',
    },
    key: {
      ...failed('public keys alone', 'the private half of key old'),
      severity: 'warning',
      reason:
        'The issuer publishes a private key in its key set. This signature was made with another one, but anybody can sign with the published one.',
    },
    typ: failed('JWT or none', 'at+jwt'),
  }),
});

const otherUser = capture({
  userinfo: answer({ body: '{"sub":"9f0c","email":"eve@example.com","locale":"en"}' }),
  verdicts: [
    ...verdicts,
    { check: 'userinfo_transport', result: 'pass', token: 'userinfo' },
    { check: 'userinfo_response', result: 'pass', token: 'userinfo' },
    {
      ...{ check: 'userinfo_sub', result: 'fail', token: 'userinfo' },
      ...{ expected: '5458d4e8-8001-70c9-3f5e-2b1f0c5f7a11', actual: '9f0c' },
    },
  ],
});

const { issuer: _issuer, ...anonymous } = profile;
const customDomain: Profile = {
  ...anonymous,
  endpoints: {
    authorization: 'https://auth.example.com/oauth2/authorize',
    userinfo: 'https://auth.example.com/oauth2/userInfo',
  },
  cognito: { domain: 'https://auth.example.com' },
};
const { issuer: _other, ...unnamed } = staging;

const isOfMetadata = ({ check }: Verdict) => check.startsWith('discovery');
const issuerUnknown = capture({
  id: 'pin',
  verdicts: verdictsWith({
    ...notChecked(noIssuer('user pool id'), 'kid', 'key', 'signature', 'iss'),
    ...notChecked(noIssuerOfAnswer('user pool id'), 'iss_parameter_missing'),
  }).filter((verdict) => !isOfMetadata(verdict)),
});

/** At a provider that is no pool, with both tokens asked for, and no other profile. */
const notThere = new Set(['mix_up', 'implicit_access_token', 'token_use', 'client_id']);
const ofStaging = capture({
  id: 'pin-issuer',
  profileId: staging.id,
  callback: staging.callback,
  tokens: { ...tokens, id_token: mint({ ...idClaims(), iss: 'https://id.bücher.example/tenant', aud: 'orders' }) },
  request: {
    ...capture().request,
    ...{ responseType: 'id_token token', scopes: staging.scopes, redirectUri: staging.callback },
  },
  verdicts: inOrder([
    ...verdictsWith({
      ...notChecked(noIssuer('issuer'), 'kid', 'key', 'signature', 'iss'),
      ...notChecked(noIssuerOfAnswer('issuer'), 'iss_parameter_missing'),
    })
      .filter((verdict) => !isOfMetadata(verdict) && !notThere.has(verdict.check))
      .map((verdict) => (verdict.check === 'access_token_profile' ? withoutReason(verdict) : verdict)),
    { check: 'nonce_required', result: 'pass', token: 'id_token', from: 'front_channel' },
  ]),
});

function withoutReason({ reason: _reason, ...verdict }: Verdict): Verdict {
  return verdict;
}

const trusted: Profile = {
  ...profile,
  trustedOnFirstUse: { issuer: profile.issuer ?? '', at: noon - 3 * 86_400_000 },
};

export const checksStates: readonly State[] = [
  popup('all-passed', capture()),
  popup('passed-with-warning', withWarnings),
  popup('partly-checked', withoutRequest),
  popup('blocking-failed', badSignature),
  popup('failed-many', failedMany),
  popup('failed-and-expired', {
    ...badSignature,
    capturedAt: noon - 72 * 60_000,
    tokens: { id_token: mint(idClaims(noon / 1000 - 4320)), access_token: mint(accessClaims(noon / 1000 - 4320)) },
    expiresAt: noon / 1000 - 720,
  }),
  popup('keys-unreachable', keysUnreachable),
  {
    ...popup('keys-not-readable', keysNotReadable),
    refused: ['https://cognito-idp.us-east-1.amazonaws.com/*'],
  },
  popup('pin-pool', issuerUnknown, [customDomain, staging]),
  popup('pin-issuer', ofStaging, [unnamed]),
  popup('trusted-on-first-use', capture(), [trusted, staging]),
  popup('userinfo-other-user-judged', otherUser),
  {
    name: 'page-checks',
    width: 'page',
    profiles: [profile, staging],
    captures: [
      failedMany,
      { ...keysUnreachable, capturedAt: noon - 400_000 },
      { ...withWarnings, id: 'warned', capturedAt: noon - 900_000 },
      capture({ id: 'green', capturedAt: noon - 1_800_000 }),
      badSignature,
    ],
    route: '#captures',
  },
];
