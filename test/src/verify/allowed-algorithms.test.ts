import { expect, test } from 'vitest';
import { allowedAlgorithms } from '../../../src/verify/allowed-algorithms.ts';
import type { About } from '../../../src/verify/verdict.ts';
import { now, profile } from '../../support/records.ts';

const idToken: About = { token: 'id_token', from: 'front_channel' };
const userinfo: About = { token: 'userinfo' };
const answer: About = { from: 'front_channel' };

const members = {
  id_token_signing_alg_values_supported: ['RS384'],
  userinfo_signing_alg_values_supported: ['ES256', 'HS256', 'none'],
  authorization_signing_alg_values_supported: ['PS256', 'HS256'],
};
const discovered = (document: Record<string, unknown>) =>
  ({ ok: true, issuer: 'i', endpoints: {}, metadata: { fetchedAt: now, document } }) as const;

test.each<[string, About, Record<string, unknown>, string[] | undefined, string[]]>([
  ['an ID token by the profile', idToken, members, ['PS512'], ['PS512']],
  ['an ID token by the metadata', idToken, members, undefined, ['RS384']],
  ['userInfo by its own metadata, before the profile', userinfo, members, ['PS512'], ['ES256']],
  ['an answer by its own metadata, before the profile', answer, members, ['PS512'], ['PS256']],
  ['userInfo without metadata of its own by the profile', userinfo, {}, ['PS512'], ['PS512']],
  ['an answer without metadata of its own by the profile', answer, {}, ['PS512'], ['PS512']],
  ['userInfo without either', userinfo, {}, undefined, ['RS256']],
  ['an answer without either', answer, {}, undefined, ['RS256']],
])('%s', (_, about, document, idTokenAlgs, expected) => {
  const own = profile(idTokenAlgs ? { idTokenAlgs } : {});
  expect(allowedAlgorithms({ profile: own, discovered: discovered(document) }, about)).toEqual(expected);
});
