/** What the checks say of a capture, and what can be done about it. */
import { allowHost, type CheckId } from '../../src/protocol/checks.ts';
import type { Capture, Profile, Verdict } from '../../src/protocol/records.ts';
import { mint } from './mint.ts';
import { accessClaims, answer, capture, idClaims, noon, profile, staging, tokens, verdicts } from './sample.ts';
import type { State } from './states.ts';

const notStartedHere =
  'This login was not started here, so what its request carried is not known. Sign in from here to check it.';
const noKeys =
  'The key set at https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE/.well-known/jwks.json did not answer within 5 s. Check again when the network is back.';
const notReadable = `The key set could not be had: its host did not answer, or its answer may not be read. ${allowHost}, then check again.`;
const noIssuer =
  'The profile does not name the issuer. Enter it there, or trust the one that this token names, then check again.';

type Changes = Partial<Record<CheckId, Partial<Verdict>>>;

/** All that is well, but for these. A change of a check of both tokens is one of the ID token. */
function verdictsWith(changes: Changes): Verdict[] {
  return verdicts.map((verdict) => {
    const change = verdict.token === 'access_token' ? undefined : changes[verdict.check as CheckId]; // made of these ids
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
  verdicts: verdictsWith({ signature: failed('a signature of the key n0ZAUVDV…V8=', 'another') }),
});

const failedMany = capture({
  id: 'failed-many',
  verdicts: verdictsWith({
    state: failed('MeArjk4pLBmNjKsG', 'another-value'),
    csrf_binding: failed('state, nonce or PKCE', 'none that holds'),
    nonce: failed('ArNFf9ejmqpq9svXidfjnsYmjuRN-xy9', 'none'),
    aud: failed('1example23456789abcdefghij', '7otherclient8901'),
    exp: {
      ...failed('later than 19:02:16 UTC', '18:40:02 UTC'),
      reason: 'This computer’s clock is 22 min ahead of the provider’s.',
    },
    ...notChecked(noKeys, 'kid', 'key', 'signature'),
  }),
});

const { request: _, ...withoutRequest } = capture({
  startedHere: false,
  verdicts: verdictsWith(notChecked(notStartedHere, 'state', 'csrf_binding', 'scope', 'nonce')),
});

const keysUnreachable = capture({
  id: 'keys',
  verdicts: verdictsWith({
    ...notChecked(noKeys, 'kid', 'key', 'signature'),
    ...notChecked('The issuer’s metadata did not answer within 5 s.', 'discovery_issuer', 'discovery_endpoints'),
  }),
});

const withWarnings = capture({
  verdicts: verdictsWith({
    discovery_endpoints: {
      ...failed('keys at cognito-idp.us-east-1.amazonaws.com', 'keys at keys.example.net'),
      severity: 'warning',
    },
    iat_age: {},
    typ: failed('no typ, or JWT', 'at+jwt'),
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

const needIssuer: CheckId[] = ['mix_up', 'kid', 'key', 'signature', 'iss', 'iss_parameter_missing'];
const issuerUnknown = capture({
  id: 'pin',
  verdicts: verdictsWith(notChecked(noIssuer, ...needIssuer)).filter(({ check }) => !check.startsWith('discovery')),
});
const ofStaging = capture({
  ...issuerUnknown,
  profileId: staging.id,
  callback: staging.callback,
  tokens: { ...tokens, id_token: mint({ ...idClaims(), iss: 'https://id.bücher.example/tenant' }) },
});

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
    ...popup(
      'keys-not-readable',
      capture({ verdicts: verdictsWith(notChecked(notReadable, 'kid', 'key', 'signature')) }),
    ),
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
