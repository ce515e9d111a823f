import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capture } from '../../src/protocol/records.ts';
import type { Driver } from '../../tools/browsers/driver.ts';
import { freePort } from '../../tools/free-port.mjs';
import { captureWith } from '../../tools/journey.mjs';
import { profile, token } from '../support/records.ts';
import { browsersAlike } from './support/browsers.ts';
import { settled, visit } from './support/visit.ts';

const id = token({ sub: 'ada', nonce: 'n' });
const access = token({ sub: 'ada', client_id: '1example23456789abcdefghij' });

type Wanted = Omit<Partial<Capture>, 'events'> & {
  kinds?: string[];
  failed?: string[];
  expiresIn?: number | undefined;
};

/** What stands behind the callback, and what must be captured of it. `state` tells the rows apart, or the error does. */
const answers: [what: string, tail: string, wanted: Wanted][] = [
  [
    'tokens in Cognito’s order',
    `#id_token=${id}&access_token=${access}&expires_in=3600&token_type=Bearer&state=a1`,
    { source: 'fragment', tokens: { id_token: id, access_token: access }, tokenType: 'Bearer', expiresIn: 3600 },
  ],
  [
    'tokens in another order, the type in lower case',
    `#state=a2&token_type=bearer&expires_in=60&access_token=${access}&id_token=${id}`,
    { source: 'fragment', tokens: { id_token: id, access_token: access }, tokenType: 'bearer', expiresIn: 60 },
  ],
  [
    'no expires_in, the type in upper case',
    `#access_token=${access}&token_type=BEARER&state=a3`,
    { tokenType: 'BEARER', expiresIn: undefined },
  ],
  [
    'a space as + and as %20, and a real +',
    '#access_token=opaque&scope=openid+email%20profile&state=a%2B4&x=1',
    { scope: 'openid email profile', tokens: { access_token: 'opaque' } },
  ],
  [
    'unknown parameters, which are kept',
    `#session_state=s.1&access_token=${access}&made_up=%C3%A4&state=a5`,
    {
      params: [
        ['session_state', 's.1'],
        ['access_token', ''],
        ['made_up', 'ä'],
        ['state', 'a5'],
      ],
    },
  ],
  [
    'an opaque access token alone',
    '#access_token=2YotnFZFEjr1zCsicMWpAA&state=a6',
    { tokens: { access_token: '2YotnFZFEjr1zCsicMWpAA' } },
  ],
  [
    'tokens in the query, flagged as a leak',
    `?access_token=${access}&state=a7`,
    { source: 'query', tokens: { access_token: access }, failed: ['token_in_query'] },
  ],
  [
    'a hybrid answer in the query',
    `?code=c8&id_token=${id}&state=a8`,
    { source: 'query', tokens: { id_token: id }, failed: ['token_in_query'] },
  ],
  [
    'a refresh token in the fragment',
    `#access_token=${access}&refresh_token=r9&state=a9`,
    { tokens: { access_token: access, refresh_token: 'r9' }, kinds: ['refresh_token_in_address'] },
  ],
  ['a code in the query', '?code=c10&state=a10', { source: 'query', tokens: {} }],
  [
    'answers in both places, never mixed',
    `?code=c11&state=other#access_token=${access}&state=a11`,
    { source: 'fragment', kinds: ['two_places'] },
  ],
  [
    'an empty token, which counts as absent',
    `#id_token=&access_token=${access}&state=a12`,
    { tokens: { access_token: access } },
  ],
  [
    'a token that stands twice, of which neither is taken',
    '#access_token=one&%61ccess_token=two&state=a13',
    { tokens: {}, failed: ['duplicate_parameter'] },
  ],
  [
    'names that objects have of their own',
    `#__proto__=x&constructor=y&access_token=${access}&state=a14`,
    {
      params: [
        ['__proto__', 'x'],
        ['constructor', 'y'],
        ['access_token', ''],
        ['state', 'a14'],
      ],
    },
  ],
  [
    'an error in the fragment',
    '#error=access_denied&error_description=no+thanks&state=a15',
    { source: 'fragment', error: { error: 'access_denied', description: 'no thanks' } },
  ],
  [
    'an error in Cognito’s order',
    '#error_description=invalid_scope&state=a16&error=invalid_request',
    { source: 'fragment', error: { error: 'invalid_request', description: 'invalid_scope' } },
  ],
  [
    'an error in the query of a flow that answers in the fragment',
    '?error_description=unauthorized_client&error=invalid_request&state=a17',
    {
      source: 'query',
      error: { error: 'invalid_request', description: 'unauthorized_client' },
      kinds: ['error_in_query'],
    },
  ],
  ['an error without a state', '#error=login_required_18', { error: { error: 'login_required_18' } }],
  ['an error in the query without a state', '?error=server_error_19', { error: { error: 'server_error_19' } }],
];

const noAnswers = ['#/cb?id_token=x', '#!access_token=x', '#', '?page=2', '#section-3'];

describe.each(browsersAlike)('%s: the answer is', (_name, launch) => {
  let driver: Driver;
  /** Where nothing listens. */
  let callback: string;

  beforeAll(async () => {
    callback = `http://localhost:${await freePort()}/callback`;
    driver = await launch();
    await driver.writeStorage('local', { profiles: [profile({ provider: 'oidc', callback })] });
    await settled(driver);
  });
  afterAll(() => driver?.close());

  test.each(answers)('%s', async (_what, tail, { kinds = [], failed = [], expiresIn, ...wanted }) => {
    const state = /state=(a[^&]*)/.exec(tail)?.[1];
    const isOurs = ({ params, error, judgedAt }: Capture) =>
      judgedAt &&
      params.some(([name, value]) =>
        state
          ? name === 'state' && value === decodeURIComponent(state)
          : value === error?.error && tail.includes(value),
      );
    await visit(driver, callback + tail);
    const capture = await captureWith(driver, isOurs, `the capture of ${tail.slice(0, 60)}`);
    expect(capture).toMatchObject({ callback, frame: 'main', replays: [], ...wanted });
    if (wanted.tokens) expect(capture.tokens).toEqual(wanted.tokens);
    if (wanted.params) expect(capture.params).toEqual(wanted.params);
    expect(capture.events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(kinds));
    const form = ['duplicate_parameter', 'token_in_query'];
    const fails = capture.verdicts.filter(({ check, result }) => result === 'fail' && form.includes(check));
    expect(fails.map(({ check }) => check)).toEqual(failed);
    if (expiresIn !== undefined) expect(capture.expiresAt).toBe(Math.floor(capture.capturedAt / 1000) + expiresIn);
    else if (!tail.includes('expires_in')) expect(capture).not.toHaveProperty('expiresAt');
  });

  test('nothing, at an address that is no answer', async () => {
    const before = (await driver.readStorage('session', 'captures')).captures as Capture[];
    for (const tail of noAnswers) await visit(driver, callback + tail);
    await visit(driver, `${callback}#access_token=last&state=last`);
    await captureWith(driver, ({ tokens }) => tokens.access_token === 'last', 'the last answer');
    const { captures } = await driver.readStorage('session', 'captures');
    expect((captures as Capture[]).length).toBe(before.length + 1);
  });
});
