import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { withTokenOutcome } from '../../src/actions/token-outcome.ts';
import { parseObject } from '../../src/protocol/json-strings.ts';
import { captureSchema, verdictSchema } from '../../src/protocol/records.ts';
import { packTokenAnswer, unpackTokenAnswer } from '../../src/protocol/token-answer.ts';
import { parseUserinfoContent } from '../../src/protocol/userinfo-answer.ts';
import { discover } from '../../src/verify/discover.ts';
import { judgeDiscovery } from '../../src/verify/judge-discovery.ts';
import { judgeIdToken } from '../../src/verify/judge-id-token.ts';
import { judgeUserinfo } from '../../src/verify/judge-userinfo.ts';
import { readKeySet } from '../../src/verify/read-key-set.ts';
import { fetchedOf } from '../support/documents-world.ts';
import { capture, now } from '../support/records.ts';
import { changeJson } from './support/change-json.ts';
import { changeText } from './support/change-text.ts';
import { type Change, someChanges } from './support/changes.ts';
import { nastyTexts } from './support/nasty.ts';
import { changeToken, goodTokens, knownToIssuer, publicKeys, secret } from './support/signed-tokens.ts';
import { throughDoor } from './support/through-door.ts';

const issuer = 'https://op.example';
const metadata = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  revocation_endpoint: `${issuer}/revoke`,
  end_session_endpoint: `${issuer}/logout`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code', 'id_token token'],
  id_token_signing_alg_values_supported: ['RS256', 'PS256', 'ES256', 'EdDSA'],
  userinfo_signing_alg_values_supported: ['RS256'],
  authorization_response_iss_parameter_supported: true,
  mtls_endpoint_aliases: { token_endpoint: `${issuer}/mtls` },
};
const userinfo = { sub: 'ada', email: 'ada@example.com', email_verified: true, address: { country: 'GB' } };
const tokens = { id_token: goodTokens[0], access_token: 'opaque-access', refresh_token: 'opaque-refresh' };
const tokenAnswer = { ...tokens, token_type: 'Bearer', expires_in: 3600, scope: 'openid email', extra: [{ a: null }] };
const refusal = { error: 'invalid_grant', error_description: 'No <b>such</b> code', error_uri: `${issuer}/e` };

/** A document with its values changed, and sometimes its text. */
const documents = (...values: unknown[]) =>
  fc
    .tuple(fc.constantFrom(...values), someChanges, fc.option(someChanges, { freq: 3, nil: [] as Change[] }))
    .map(([value, changes, more]) => changeText(changeJson(value, changes), more));
const statuses = fc.oneof(
  { weight: 8, arbitrary: fc.constant(200) },
  fc.constantFrom(201, 204, 302, 400, 401, 403, 404, 429, 500, 599),
);
const types = fc.oneof(
  { weight: 8, arbitrary: fc.constant('application/json;charset=UTF-8') },
  fc.constantFrom('application/jwt', 'text/html', '', 'application/jwk-set+json', 'APPLICATION/JSON', ';', 'a/b;c="'),
);
const fetched = (body: string, status: number, type: string) =>
  fetchedOf({ body, status, headers: type === '' ? {} : { 'content-type': type } });
const expectVerdicts = (verdicts: unknown[]) => expect(verdicts.filter((one) => !v.is(verdictSchema, one))).toEqual([]);

test('metadata is read and judged whatever an issuer publishes', async () => {
  await throughDoor('discovery document', {
    inputs: fc.tuple(documents(metadata), statuses, types),
    enter: async ([body, status, type]) => {
      const read = await discover(issuer, { now: () => now, get: async () => fetched(body, status, type) });
      const known = knownToIssuer({
        discovered: read,
        profile: { endpoints: { authorization: `${issuer}/authorize` } },
      });
      return { read, verdicts: judgeDiscovery(known) };
    },
    hold({ read, verdicts }, [body]) {
      expectVerdicts(verdicts);
      if (!read.ok) return;
      // the issuer is the configured one to the letter, and all endpoints are text
      expect(JSON.parse(body).issuer).toBe(issuer);
      expect(Object.values(read.endpoints).every((one) => typeof one === 'string')).toBe(true);
      expect(v.is(v.looseObject({}), read.metadata.document)).toBe(true);
      expect(() => structuredClone(read)).not.toThrow();
    },
  });
});

test('a key set is read whatever an issuer publishes, and no key but the issuer’s own checks a token', async () => {
  const material = new Set(publicKeys.map(materialOf));
  const isPublic = (key: object) => material.has(materialOf(key));
  await throughDoor('key set', {
    inputs: fc.tuple(documents({ keys: publicKeys }), statuses, types, fc.constantFrom(...goodTokens.slice(0, 4))),
    enter: async ([body, status, type, token]) => {
      const read = readKeySet(fetched(body, status, type));
      const keys = read.ok ? { ...read, address: `${issuer}/keys`, fetchedAt: now, retired: [] } : read;
      return { read, verdicts: await judgeIdToken(knownToIssuer({ keys }), token, 'front_channel') };
    },
    hold({ read, verdicts }) {
      expectVerdicts(verdicts);
      const isPassed = verdicts.some(({ check, result }) => check === 'signature' && result === 'pass');
      if (isPassed) expect(read.ok && read.keys.some(isPublic)).toBe(true);
      if (!read.ok) return;
      for (const key of read.keys) for (const name of ['d', 'p', 'q', 'k']) expect(key[name] ?? '').toBe('');
    },
  });
});

/** The values of a key as bytes: base64url may end in other characters that say the same. */
function materialOf(key: object): string {
  const members = new Map(Object.entries(key));
  return ['n', 'x', 'y'].map((name) => Buffer.from(String(members.get(name)), 'base64url').toString('hex')).join();
}

test('an answer of the token endpoint becomes part of its capture whatever it says', async () => {
  const grants = fc.constantFrom('authorization_code' as const, 'refresh_token' as const);
  await throughDoor('token answer', {
    inputs: fc.tuple(documents(tokenAnswer, refusal), statuses, types, grants),
    enter: ([body, status, type, grant]) =>
      withTokenOutcome(capture(), {
        ...{ grant, fetched: fetched(body, status, type), at: now, secrets: [secret, 'the-code-that-was-sent'] },
        endpoint: `${issuer}/token`,
      }),
    hold(ended, [body]) {
      expect(v.is(captureSchema, ended)).toBe(true);
      const packed = packTokenAnswer(body, now);
      if (!packed) return;
      // taken apart and put together again it says the same, but for tokens that no reader would take
      const again = parseObject(unpackTokenAnswer(packed.body, packed.tokens));
      for (const [name, value] of parseObject(body) ?? []) {
        if (typeof value === 'object') expect(typeof again?.get(name)).toBe('object');
        else expect(again?.get(name)).toBe(value);
      }
      for (const token of Object.values(packed.tokens)) expect(token).not.toBe('');
    },
  });
});

test('userInfo is read and judged whatever comes', async () => {
  const held = { tokens: { id_token: goodTokens[0]!, access_token: 'a' } };
  const endpoints = { authorization: `${issuer}/authorize`, userinfo: `${issuer}/userinfo` };
  const challenges = fc.option(
    fc.oneof(fc.constantFrom(...nastyTexts), fc.constant('Bearer error="invalid_token", error_description="a\\"b"')),
    { nil: undefined },
  );
  await throughDoor('userInfo, JSON', {
    inputs: fc.tuple(documents(userinfo, refusal, { message: 'Unauthorized' }), statuses, types, challenges),
    enter: async ([body, status, contentType, wwwAuthenticate]) => {
      const answer = { status, body, at: now, contentType, ...(wwwAuthenticate !== undefined && { wwwAuthenticate }) };
      const known = knownToIssuer({ capture: { ...held, userinfo: answer }, profile: { endpoints } });
      return { read: parseUserinfoContent(answer), verdicts: await judgeUserinfo(known) };
    },
    hold({ read, verdicts }, [body]) {
      expectVerdicts(verdicts);
      const isPassed = verdicts.some(({ check, result }) => check === 'userinfo_sub' && result === 'pass');
      if (isPassed) expect(JSON.parse(body).sub).toBe('ada');
      if (read.kind === 'json') expect(read.members).toEqual(Object.entries(JSON.parse(body)));
    },
  });
});

test('userInfo in a JWT passes only as the issuer signed it', async () => {
  const jwts = fc
    .tuple(fc.constantFrom(...goodTokens), fc.option(someChanges, { nil: [] as Change[], freq: 20 }))
    .map(([token, changes]) => changeToken(token, changes));
  const judged = (body: string) =>
    judgeUserinfo(
      knownToIssuer({
        capture: {
          tokens: { id_token: goodTokens[0]! },
          userinfo: { status: 200, body, at: now, contentType: 'application/jwt' },
        },
      }),
    );
  const isPassed = (verdicts: Awaited<ReturnType<typeof judged>>) =>
    verdicts.some(({ check, result }) => check === 'userinfo_signed' && result === 'pass');
  await throughDoor('userInfo, JWT', {
    inputs: jwts,
    enter: judged,
    hold(verdicts, body) {
      expectVerdicts(verdicts);
      // a body may have white space around it
      expect(isPassed(verdicts)).toBe(goodTokens.includes(body.trim()));
    },
  });
});
