import { describe, expect, test } from 'vitest';
import { lacksKeys, openGroups, warningsOf } from '../../../../popup/state/checks/check-groups.ts';
import { checkTexts } from '../../../../popup/state/checks/check-texts.ts';
import { checkLine } from '../../../../popup/state/checks/check-words.ts';
import { checkIds, unreachableKeys } from '../../../../src/protocol/checks.ts';
import type { Verdict } from '../../../../src/protocol/records.ts';
import { profile } from '../../../support/records.ts';

const cognito = profile();
const oidc = profile({ provider: 'oidc' });

describe('the words of the checks', () => {
  test('are there for every check, and for no other', () => {
    expect(Object.keys(checkTexts).sort()).toEqual([...checkIds].sort());
  });

  const said = checkIds.flatMap((id) => {
    const { name, pass, cases = [], ...usual } = checkTexts[id];
    const failures = [usual, ...cases];
    const sentences = [pass, ...failures.flatMap(({ fail, cognito: where }) => (where ? [fail, where] : [fail]))];
    return [{ id, labels: [name, ...failures.map(({ failure }) => failure)], sentences }];
  });
  test.each(said)('of $id are plain: labels without a full stop, sentences with one', ({ labels, sentences }) => {
    for (const label of labels) expect(label).toMatch(/^[A-ZuP].*[^.]$/);
    for (const sentence of sentences) expect(sentence).toMatch(/\.$/);
    expect([...labels, ...sentences].join(' ')).not.toMatch(/\b(invalid|oops|please|secure|verified|sorry)\b|!/i);
  });

  test('have a heading of their own for each failure', () => {
    const headings = Object.values(checkTexts).flatMap(({ failure, cases = [] }) => [
      failure,
      ...cases.map((one) => one.failure),
    ]);
    expect(headings.filter((heading, place) => headings.indexOf(heading) !== place)).toEqual([]);
  });

  test('stand on their own: no text begins with what only its heading names', () => {
    for (const { fail, cases = [] } of Object.values(checkTexts)) {
      for (const text of [fail, ...cases.map((one) => one.fail)])
        expect(text).not.toMatch(/^(With it|Each was|That is)/);
    }
  });
});

describe('a line of the list', () => {
  test.each([
    ['passed', { check: 'state', result: 'pass' }, 'pass', 'Passed'],
    ['failed', { check: 'state', result: 'fail' }, 'fail', 'Failed'],
    ['warned', { check: 'typ', result: 'fail' }, 'warn', 'Warning'],
    ['is told in passing', { check: 'scope', result: 'fail' }, 'note', 'Note'],
    ['warned where it is milder', { check: 'kid', result: 'fail', severity: 'warning' }, 'warn', 'Warning'],
    ['not checked', { check: 'signature', result: 'not_checked', reason: 'because' }, 'skip', 'Not checked'],
  ] as const)('%s', (_what, verdict, tone, word) => {
    expect(checkLine(verdict)).toMatchObject({ tone, word });
  });

  test('says what a failure means, where to look, and then what the judge adds', () => {
    const verdict: Verdict = { check: 'aud', result: 'fail', token: 'id_token', reason: 'It names two.' };
    expect(checkLine(verdict, cognito)).toMatchObject({
      name: 'Audience',
      wire: 'aud',
      failure: 'It was made for another client',
      texts: [expect.stringMatching(/rule 3.*App clients ›/), 'It names two.'],
    });
    expect(checkLine(verdict, oidc).texts).toEqual([expect.not.stringContaining('App clients'), 'It names two.']);
  });

  /** As the judge says it: expected, actual, and the severity where it is not that of the check. */
  const told: [check: string, expected: string, actual: string, failure: string, severity?: 'warning' | 'info'][] = [
    ['exp', 'later than 2026-11-23T19:02:16Z (60 s allowed)', 'none', 'It does not say when it expires'],
    ['exp', 'later than 2026-11-23T19:02:16Z (60 s allowed)', '2026-11-23T18:02:16Z', 'It was expired when it came'],
    ['iat', 'not after 2026-11-23T19:02:16Z (60 s allowed)', 'none', 'It does not say when it was issued'],
    ['iss', 'https://op.example', 'none', 'It does not name its issuer'],
    ['iss', 'https://op.example', 'https://op.example1', 'It was issued by another issuer'],
    ['iss', 'https://op.example', 'https://op.example/', 'Its issuer differs by the slash at the end'],
    ['iss', 'https://op.example/', 'https://op.example', 'Its issuer differs by the slash at the end'],
    [
      'iat',
      'not after 2026-11-23T19:02:16Z (60 s allowed)',
      '+058863-01-01T00:00:00Z',
      'The issue time lies thousands of years ahead',
    ],
    [
      'iat',
      'not after 2026-11-23T19:02:16Z (60 s allowed)',
      '1795460536000000',
      'The issue time lies thousands of years ahead',
    ],
    ['iat', 'not after 2026-11-23T19:02:16Z (60 s allowed)', '2026-11-23T20:02:16Z', 'It was issued in the future'],
    [
      'nbf',
      'not after 2026-11-23T19:02:16Z (60 s allowed)',
      '+058863-01-01T00:00:00Z',
      'Its start lies thousands of years ahead',
    ],
    ['compact_form', '3 parts with dots between them', '1 part', 'The token is no JWT'],
    ['compact_form', '3 parts with dots between them', '2 parts', 'The token is not in the form of a signed token'],
    [
      'compact_form',
      '3 parts with nothing after them',
      'a tilde at character 99 of the token, as in an SD-JWT',
      'The token is an SD-JWT',
    ],
    ['aud', 'the-client', 'none', 'It does not say for whom it was made'],
    ['aud', 'the-client', 'an empty list', 'It does not say for whom it was made'],
    ['aud', 'the-client alone', 'the-client, other', 'It was made for others too'],
    ['azp', 'the-client', 'none', 'It does not say which client asked for it'],
    ['sub', 'the user’s id', 'none', 'It does not say who signed in'],
    ['nonce', 'the-nonce', 'none', 'The nonce that was sent did not come back'],
    ['nonce', 'the-nonce', 'the-nonce1', 'The nonce is not the one that was sent'],
    ['at_hash', 'the claim at_hash', 'none', 'The ID token does not name its access token'],
    ['c_hash', 'the claim c_hash', 'none', 'The ID token does not name its code'],
    ['token_use', 'id', 'none', 'It does not say which kind of token it is'],
    ['token_use', 'access', 'id', 'The access token is another kind of token', 'warning'],
    ['client_id', 'the-client', 'none', 'The access token does not name its client'],
    ['auth_time', 'at most 60 s ago', 'none', 'The token does not say when the user signed in'],
    ['acr', 'phr', 'none', 'The token does not say how the user signed in'],
    ['acr', 'phr', 'an empty text', 'The strength of the sign-in is empty'],
    ['alg', 'RS256', 'none', 'The token names no algorithm'],
    ['alg', 'RS256', 'a number, not text', 'The algorithm is not named as text'],
    ['alg', 'RS256', 'HS256', 'The token asks to be checked with a shared secret'],
    ['alg', 'RS256', 'ES256', 'The algorithm is not one that is allowed'],
    ['kid', 'one key with this id', '2 keys', 'Several keys have the same id', 'warning'],
    ['kid', 'a text', 'a number', 'The key id is none that could be looked for'],
    ['key', 'public keys alone', 'the private half of a key', 'The issuer publishes a private key', 'warning'],
    ['key', 'a public key', 'a private key: d', 'The key that signed it is published with its private half'],
    ['key', 'use sig', 'use enc', 'The issuer’s key is not fit to check with'],
    [
      'signature',
      'made with the client secret',
      'does not fit header and claims',
      'The signature does not fit the client secret',
    ],
    ['state', 'a state that was not answered before', 'one that was', 'The state was answered before'],
    ['state', 'none', 'abc', 'The answer carries a state that was not sent'],
    ['mix_up', 'https://op.example', 'https://other.example', 'The answer comes from another server'],
    ['token_type', 'Bearer or DPoP', 'none', 'The answer does not say how the access token is used'],
    [
      'implicit_access_token',
      'an ID token that names this access token',
      'an ID token that does not name it',
      'Nothing ties the access token to the ID token',
    ],
    [
      'discovery_endpoints',
      'jwks_uri on op.example',
      'keys.example',
      'The signing keys lie on another host than the issuer',
      'warning',
    ],
    [
      'discovery_endpoints',
      'https',
      'jwks_uri http://localhost/keys',
      'At least one endpoint is plain http on this computer',
      'warning',
    ],
    ['discovery_endpoints', 'endpoints on the domain of the user pool', 'x', 'The user pool has no domain', 'info'],
    ['discovery_endpoints', 'https', 'jwks_uri http://op.example', 'At least one endpoint of the issuer is plain http'],
    ['userinfo_response', 'status 200', 'status 503', 'userInfo could not answer'],
    ['userinfo_response', 'status 200', 'status 429', 'userInfo had too many calls'],
    ['userinfo_response', 'status 200', 'status 404', 'There is no userInfo at this address'],
    ['userinfo_response', 'status 200', 'status 302', 'userInfo answered with another status than 200'],
    ['userinfo_response', 'application/json or application/jwt', 'text/html', 'userInfo did not answer with JSON'],
    ['userinfo_sub', 'the sub of the ID token', 'none', 'userInfo does not say of whom it speaks'],
    ['userinfo_sub', 'ada', 'eve', 'userInfo speaks of another user'],
    ['token_endpoint_id_token', 'an ID token', 'none', 'No ID token came from the token endpoint'],
    ['refresh_same_subject', 'sub: ada', 'sub: eve', 'The refresh brought another user’s token'],
    ['refresh_same_subject', 'iss: a', 'iss: b', 'The new ID token does not continue the first one'],
  ];
  test.each(told)('of %s, expected %s, got %s, says what happened', (check, expected, actual, failure, severity) => {
    const verdict: Verdict = { check, result: 'fail', expected, actual, ...(severity && { severity }) };
    expect(checkLine(verdict).failure).toBe(failure);
  });

  test('not checked says the judge’s reason alone', () => {
    const { texts, failure } = checkLine({ check: 'nonce', result: 'not_checked', reason: 'because' });
    expect([texts, failure]).toEqual([['because'], undefined]);
  });

  test('of an access token says so where the check is made of both tokens', () => {
    const names = ['token_use', 'client_id', 'access_token_profile', 'scope'].map(
      (check) => checkLine({ check, result: 'pass', token: 'access_token' }).name,
    );
    expect(names).toEqual([
      ...['Kind of the access token', 'Client of the access token', 'Form of the access token', 'Scopes'],
    ]);
  });

  test('of a check that is not known shows its id and guesses nothing', () => {
    expect(checkLine({ check: 'constructor', result: 'fail' })).toEqual({
      name: 'constructor',
      word: 'Failed',
      tone: 'fail',
      failure: 'constructor: the check failed',
      texts: [],
    });
  });
});

test('failed, warnings, notes, not checked; one line for what is not checked for the same reason', () => {
  const open = (check: string, reason: string): Verdict => ({ check, result: 'not_checked', reason });
  const verdicts: Verdict[] = [
    open('state', 'not started here'),
    { check: 'scope', result: 'fail' },
    { check: 'typ', result: 'fail' },
    { check: 'sub', result: 'pass' },
    open('signature', 'no keys'),
    { check: 'aud', result: 'fail' },
    open('nonce', 'not started here'),
  ];
  const checks = openGroups(verdicts).map((group) => group.map(({ check }) => check));
  expect(checks).toEqual([['aud'], ['typ'], ['scope'], ['state', 'nonce'], ['signature']]);
});

test('warnings are told in the order of the judge, a published private key before all others', () => {
  const verdicts: Verdict[] = [
    { check: 'typ', result: 'fail' },
    { check: 'aud', result: 'fail' },
    { check: 'key', result: 'fail', severity: 'warning' },
    { check: 'scope', result: 'fail' },
    { check: 'azp', result: 'pass' },
    { check: 'nbf', result: 'fail' },
  ];
  expect(warningsOf(verdicts).map(({ check }) => check)).toEqual(['key', 'typ', 'nbf']);
});

describe('access to the keys', () => {
  const reason = `The key set could not be had: ${unreachableKeys}.`;
  const kid: Verdict = { check: 'kid', result: 'not_checked', reason };
  const signature: Verdict = { check: 'signature', result: 'not_checked', reason };
  const alg: Verdict = { check: 'alg', result: 'pass' };

  test.each<[what: string, group: Verdict[], verdicts: Verdict[], lacks: boolean]>([
    ['would help where no key could be chosen', [kid, signature], [alg, kid, signature], true],
    ['would not help where the host answered', [{ ...kid, reason: 'status 404' }], [alg], false],
    ['would not help where the algorithm failed', [kid], [{ ...alg, result: 'fail' }, kid], false],
    ['would not help where the token cannot be read', [kid], [{ ...alg, result: 'not_checked', reason }, kid], false],
    ['would not help a signature whose key is known', [signature], [alg, signature], false],
  ])('%s', (_what, group, verdicts, lacks) => {
    expect(lacksKeys(group, verdicts)).toBe(lacks);
  });
});
