import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { profile } from '../../popup/dev/sample.ts';
import { checksStates } from '../../popup/dev/states-checks.ts';
import { editorStates } from '../../popup/dev/states-editor.ts';
import { readMetadata } from '../../src/protocol/discovery.ts';
import { type Capture, profileSchema } from '../../src/protocol/records.ts';
import { decodeToken } from '../../src/protocol/token.ts';
import { judge } from '../../src/verify/judge.ts';
import type { KeySet, Known } from '../../src/verify/known.ts';
import { makeKey, signToken } from '../support/provider/signing.ts';

const key = makeKey('RSA', 'n0ZAUVDVPqutiPhazRiV0MHzpMFYk9dDgP2vohou0V8=');
const issuer = profile.issuer ?? '';
const document = {
  issuer,
  authorization_endpoint: profile.endpoints.authorization,
  token_endpoint: profile.endpoints.token,
  userinfo_endpoint: profile.endpoints.userinfo,
  jwks_uri: profile.endpoints.jwks,
};
const address = profile.endpoints.jwks ?? '';
const keySet: KeySet & { ok: true } = { ok: true, address, fetchedAt: 0, keys: [key.jwk], retired: [] };
const found = readMetadata(issuer, document, 0);
const elsewhere = readMetadata(issuer, { ...document, jwks_uri: 'https://keys.example.net/jwks' }, 0);
const noKeys = { keys: { ok: false, why: 'no_issuer' }, discovered: undefined } as const;
const timeout = { keys: { ok: false, why: 'timeout' }, discovered: { ok: false, problem: 'timeout' } } as const;
const unread = { keys: { ok: false, why: 'unreachable' }, discovered: { ok: false, problem: 'unreachable' } } as const;
const published = { ...key.jwk, kid: 'old', d: 'x' };

/** What the judge had before it, where that was not all that is well. */
const cases: [state: string, over: Partial<Known>, isBroken?: boolean][] = [
  ['all-passed', {}],
  ['passed-with-warning', { discovered: elsewhere, keys: { ...keySet, keys: [key.jwk, published] } }],
  ['partly-checked', {}],
  ['blocking-failed', {}, true],
  ['failed-many', { keys: timeout.keys, clockSkew: 22 * 60_000 }],
  ['keys-unreachable', timeout],
  ['keys-not-readable', unread],
  ['pin-pool', noKeys],
  ['pin-issuer', noKeys],
  ['userinfo-other-user-judged', {}],
];

describe('the verdicts of the plain page', () => {
  test.each(cases)('are the judge’s own: %s', async (name, over, isBroken) => {
    const state = checksStates.find((one) => one.name === name);
    const shown = state?.captures[0];
    if (!state || !shown) throw new Error(`There is no state ${name}.`);
    const profiles = state.profiles.map((one) => v.parse(profileSchema, one));
    const verdicts = await judge({
      capture: signed(shown, isBroken),
      profile: profiles.find(({ id }) => id === shown.profileId),
      profiles,
      isStateSpent: false,
      discovered: found,
      keys: keySet,
      at: shown.capturedAt,
      ...over,
    });
    expect(shown.verdicts).toEqual(verdicts);
  });
});

test.each(editorStates.filter(({ captures }) => captures.length > 0))('so are those of $name', async (state) => {
  const [shown] = state.captures;
  const [own] = state.profiles.map((one) => v.parse(profileSchema, one));
  if (!shown || !own) throw new Error('There is no capture of a profile.');
  const discovered = readMetadata(own.issuer ?? '', { issuer: own.issuer }, 0);
  const known = { capture: shown, profile: own, profiles: [own], isStateSpent: false, discovered, keys: keySet };
  expect(shown.verdicts).toEqual(await judge({ ...known, at: shown.capturedAt }));
});

/** The same with an ID token that the issuer signed. */
function signed(capture: Capture, isBroken = false): Capture {
  const token = decodeToken(capture.tokens.id_token ?? '');
  if (token.kind !== 'signed') throw new Error('The ID token cannot be read.');
  const [header, claims] = [token.header, token.claims].map((members) => Object.fromEntries(members));
  const id_token = signToken({ alg: 'RS256', header: header ?? {}, claims: claims ?? {}, key, secret: '', isBroken });
  return { ...capture, tokens: { ...capture.tokens, id_token } };
}
