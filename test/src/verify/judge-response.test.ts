import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeResponse } from '../../../src/verify/judge-response.ts';
import { token } from '../../support/records.ts';
import {
  bearer,
  type Case,
  callback,
  codeParams,
  idToken,
  implicit,
  isAnnounced,
  issuer,
  known,
  noted,
  opaque,
  other,
  type Pairs,
  pasted,
  testChecks,
} from './response/login.ts';

testChecks({
  error_response: [
    ['an answer without an error is none', {}, 'not listed'],
    [
      'an error is told by its code',
      {
        params: [
          ['error', 'access_denied'],
          ['state', 'the-state'],
        ],
      },
      { expected: 'an answer without error', actual: 'access_denied' },
    ],
    [
      'an error that was too long to keep is one all the same',
      {
        params: [['error', ''], ...codeParams],
        capture: noted('refused', 'error has 300,000 characters; the limit is 262,144'),
      },
      { expected: 'an answer without error', actual: 'a code that was too long to keep' },
    ],
    [
      'an error inside a JWT too',
      { params: [['response', token({ error: 'login_required', state: 'the-state' })]] },
      { expected: 'an answer without error', actual: 'login_required' },
    ],
  ],
});

const named: Pairs = [...codeParams, ['iss', issuer]];
const inOrder: Case = { params: named, metadata: isAnnounced, others: [other] };
const failing = async (about: Case) =>
  (await judgeResponse(known({ ...inOrder, ...about })))
    .filter(({ result }) => result === 'fail')
    .map(({ check }) => check);

test('a login in which nothing is wrong fails nothing', async () => {
  expect(await failing({})).toEqual([]);
});

test.each<[string, Case]>([
  [
    'state',
    {
      params: [
        ['code', 'c'],
        ['state', 'the-state1'],
        ['iss', issuer],
      ],
    },
  ],
  [
    'iss_parameter',
    {
      params: [...codeParams, ['iss', `${issuer}1`]],
      tokens: { id_token: idToken },
      request: { responseType: 'code id_token' },
    },
  ],
  ['iss_parameter_missing', { params: codeParams }],
  ['iss_parameter_not_advertised', { metadata: {} }],
  ['callback_url', { capture: { callback: `${callback}/` } }],
  ['callback_https', { request: { redirectUri: 'http://a.example/' }, capture: { callback: 'http://a.example/' } }],
  ['unknown_parameter', { params: [...named, ['x', 'y']] }],
  [
    'token_in_query',
    { params: [...named, ['id_token', '']], tokens: { id_token: idToken }, request: { responseType: 'code id_token' } },
  ],
  ['mix_up', { params: codeParams, metadata: {} }],
  ['pkce', { request: { pkce: undefined } }],
  [
    'error_response',
    {
      params: [
        ['error', 'e'],
        ['state', 'the-state'],
        ['iss', issuer],
      ],
    },
  ],
])('a single fault fails %s alone', async (check, about) => {
  expect(await failing({ capture: { source: check === 'iss_parameter' ? 'fragment' : 'query' }, ...about })).toEqual([
    check,
  ]);
});

test('of an error nothing else is used', async () => {
  const about = implicit([
    ['error', 'e'],
    ['code', 'c'],
    ['iss', issuer],
  ]);
  expect((await judgeResponse(known(about))).map(({ check }) => check)).toEqual([
    'error_response',
    'callback_url',
    'callback_https',
    'duplicate_parameter',
    'empty_parameter',
    'unknown_parameter',
    'token_in_query',
    'state',
    'iss_parameter',
    'iss_parameter_not_advertised',
  ]);
});

test('of a token response only what came beside the access token is judged', async () => {
  const verdicts = await judgeResponse(known(implicit(bearer, { capture: { source: 'token_endpoint' } })));
  const about = { result: 'pass', token: 'access_token', from: 'token_endpoint' };
  expect(verdicts).toEqual(['token_type', 'expires_in', 'scope'].map((check) => ({ check, ...about })));
});

test('what is not checked says why in whole sentences', async () => {
  const answers = [{}, { request: null }, { profile: null, request: null }, { metadata: null }];
  for (const about of [
    ...answers,
    implicit(bearer, { request: null }),
    pasted({ id_token: idToken, access_token: opaque }),
  ]) {
    for (const { result, reason } of await judgeResponse(known({ ...about, others: [other] }))) {
      if (result === 'not_checked') expect(reason).toMatch(/^\S.*\.$/);
    }
  }
});

test('no parameters make it throw', async () => {
  const name = fc.oneof(
    fc.constantFrom('code', 'state', 'iss', 'response', 'error', 'scope', 'token_type', 'access_token', 'id_token'),
    fc.string({ unit: 'binary' }),
  );
  const someToken = fc.jsonValue().map((claim) => token({ iss: claim, cnf: claim, state: claim, at_hash: claim }));
  const params = fc.array(fc.tuple(name, fc.oneof(fc.string({ unit: 'binary' }), someToken)));
  await fc.assert(
    fc.asyncProperty(params, fc.boolean(), fc.string(), async (pairs, isOurs, address) => {
      const tokens = Object.fromEntries(pairs.filter(([one]) => ['access_token', 'id_token'].includes(one)));
      const held: Case = { params: pairs, tokens, others: [other], capture: { callback: address } };
      for (const verdict of await judgeResponse(known({ ...held, request: isOurs ? {} : null }))) {
        expect(verdict.result === 'fail').toBe(verdict.expected !== undefined && verdict.actual !== undefined);
      }
    }),
  );
});
