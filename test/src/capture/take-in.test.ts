import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parameterLimit, tokenLimit } from '../../../src/capture/answer-limits.ts';
import { type Arrival, arrivalOf } from '../../../src/capture/arrival.ts';
import { matchArrival, takeIn } from '../../../src/capture/take-in.ts';
import type { PastState } from '../../../src/protocol/past-states.ts';
import type { Capture, PendingLogin, Profile } from '../../../src/protocol/records.ts';
import { login, now, profile, token } from '../../support/records.ts';

const answer = '#id_token=a.b.c&access_token=d.e.f&expires_in=3600&token_type=Bearer&state=the-state';
const empty = { captures: [], logins: [], sightings: {}, chores: [] };
type Records = Parameters<typeof takeIn>[0];

function arrival(over: Partial<Arrival> = {}): Arrival {
  return {
    id: 'a1',
    url: `http://localhost:3000/callback${answer}`,
    kind: 'committed',
    tabId: 7,
    frameId: 0,
    at: now,
    refused: [],
    ...over,
  };
}

async function take(
  arrivals: Arrival[],
  profiles: Profile[] = [profile()],
  logins: PendingLogin[] = [],
): Promise<Records> {
  let records: Records = { ...empty, logins };
  for (const one of arrivals) {
    const matched = await matchArrival(one, profiles, { ...records, isPrivate: false });
    if (matched) records = takeIn(records, matched);
  }
  return records;
}

test('an answer becomes a capture whose tokens stand once', async () => {
  const { captures } = await take([arrival()]);
  expect(captures).toEqual([
    {
      id: expect.stringMatching(/^[\w-]{27}$/),
      profileId: 'p1',
      capturedAt: now,
      startedHere: false,
      source: 'fragment',
      callback: 'http://localhost:3000/callback',
      frame: 'main',
      params: [
        ['id_token', ''],
        ['access_token', ''],
        ['expires_in', '3600'],
        ['token_type', 'Bearer'],
        ['state', 'the-state'],
      ],
      tokens: { id_token: 'a.b.c', access_token: 'd.e.f' },
      tokenType: 'Bearer',
      expiresAt: now / 1000 + 3600,
      client: { clientId: profile().clientId, authorization: profile().endpoints.authorization },
      verdicts: [],
      tokenCalls: [],
      replays: [],
      events: [{ at: now, kind: 'captured' }],
    },
  ]);
});

test('an answer of a login that was started here carries its request, and ends it', async () => {
  const { captures, logins } = await take([arrival()], [profile()], [login()]);
  expect(captures[0]).toMatchObject({
    startedHere: true,
    request: { responseType: 'token', redirectUri: 'http://localhost:3000/callback' },
  });
  expect(captures[0]?.events.map(({ kind }) => kind)).toEqual(['login_started', 'captured']);
  expect(logins).toEqual([login({ ended: true, captureIds: [captures[0]?.id ?? ''] })]);
});

test('an answer with another state in the tab of a login is held against it, and leaves it waiting', async () => {
  const url = 'http://localhost:3000/callback#access_token=x&state=forged';
  const { captures, logins } = await take([arrival({ url })], [profile()], [login({ tabId: 7 })]);
  expect(captures[0]?.startedHere).toBe(true);
  expect(logins[0]).toMatchObject({ ended: false, captureIds: [captures[0]?.id] });
});

test('an answer as a JWT belongs to the login whose state it holds, and ends it', async () => {
  const url = `http://localhost:3000/callback#response=${token({ state: 'the-state', code: 'c' })}`;
  const own = login({ tabId: 8 });
  const { captures, logins } = await take([arrival({ url })], [profile()], [login({ state: 'x', tabId: 7 }), own]);
  expect(captures[0]).toMatchObject({ startedHere: true, request: { state: 'the-state' } });
  expect(logins).toMatchObject([{ ended: false }, { ended: true }]);
});

describe('a login that was sent to an address with a query of its own', () => {
  const sent = 'http://localhost:3000/callback?tenant=a';
  const own = login({ request: { ...login().request, redirectUri: sent } });
  const at = (query: string) => arrival({ url: `http://localhost:3000/callback${query}` });

  test('ended there, and its query is no part of the answer', async () => {
    const { captures } = await take([at('?tenant=a&code=c&state=the-state')], [profile()], [own]);
    expect(captures).toMatchObject([{ callback: sent, request: { redirectUri: sent } }]);
    expect(captures[0]?.params.map(([name]) => name)).toEqual(['code', 'state']);
  });
  test('is the same capture when the answer comes once more', async () => {
    const one = at('?tenant=a&code=c&state=the-state');
    const records = await take([one], [profile()], [own]);
    const matched = await matchArrival({ ...one, at: now + 60_000 }, [profile()], {
      ...records,
      logins: [],
      isPrivate: false,
    });
    expect(matched && takeIn(records, matched).captures).toMatchObject([{ replays: [{ at: now + 60_000 }] }]);
  });
  test('did not end there without that query', async () => {
    const { captures } = await take([at('?code=c&state=the-state')], [profile()], [own]);
    expect(captures).toMatchObject([{ callback: 'http://localhost:3000/callback' }]);
  });
});

test('a login of another tab is not touched by an answer with an unknown state', async () => {
  const url = 'http://localhost:3000/callback#access_token=x&state=other';
  const { captures, logins } = await take([arrival({ url })], [profile()], [login({ tabId: 8 })]);
  expect(captures[0]?.startedHere).toBe(false);
  expect(logins).toEqual([login({ tabId: 8 })]);
});

test('an answer is pinned to the client that its login was started for', async () => {
  const client = { clientId: 'before', authorization: 'https://before.example/a' };
  const started = login({ client: { ...client, issuer: 'https://before.example' } });
  const { captures } = await take([arrival()], [profile()], [started]);
  expect(captures).toMatchObject([{ startedHere: true, client }]);
});

test('a login of ten minutes ago is not taken for this one', async () => {
  const old = login({ tabId: 7, startedAt: now - 600_000 });
  const records = await take([arrival()], [profile()], [old]);
  expect(records.captures).toMatchObject([{ startedHere: false }]);
  expect(records.logins).toEqual([old]);
  const young = login({ tabId: 7, startedAt: now - 599_999 });
  expect((await take([arrival()], [profile()], [young])).captures).toMatchObject([{ startedHere: true }]);
});

test('of two profiles with one callback the same answer stays with the one whose login ended with it', async () => {
  const profiles = [profile({ id: 'p0' }), profile()];
  const url = 'http://localhost:3000/callback#error=access_denied&state=the-state';
  const { captures } = await take(
    [
      arrival({ url, kind: 'before' }),
      arrival({ url, kind: 'error', at: now + 5 }),
      arrival({ url, kind: 'before', at: now + 60_000 }),
    ],
    profiles,
    [login()],
  );
  expect(captures).toMatchObject([{ profileId: 'p1', startedHere: true, replays: [{ at: now + 60_000 }] }]);
});

describe('the reports of one navigation are one capture', () => {
  const sequences: [what: string, kinds: Arrival['kind'][]][] = [
    ['Chromium, a redirect', ['committed']],
    ['Chromium, a script', ['before', 'committed']],
    ['Chromium, nothing listens', ['before', 'error']],
    ['Firefox, nothing listens', ['before', 'aborted', 'committed']],
    ['Firefox, started anew in another process', ['before', 'aborted', 'before', 'aborted', 'committed']],
    ['a page that moves on at once', ['before', 'committed', 'aborted']],
    ['Chromium with requests watched, a redirect', ['request', 'committed']],
    ['Chromium with requests watched, a script', ['before', 'request', 'committed']],
    ['Chromium with requests watched, nothing listens', ['before', 'request', 'error']],
    ['Firefox with requests watched', ['before', 'aborted', 'before', 'request', 'committed']],
    [
      'Firefox with requests watched, started anew after the request',
      ['before', 'request', 'aborted', 'before', 'committed'],
    ],
    ['Firefox, kept from being sent', ['request', 'blocked']],
    ['an app’s own scheme in Chromium', ['request', 'aborted']],
  ];
  test.each(sequences)('%s', async (_, kinds) => {
    const { captures } = await take(kinds.map((kind, index) => arrival({ id: `a${index}`, kind, at: now + index })));
    expect(captures).toHaveLength(1);
    expect(captures[0]?.replays).toEqual([]);
  });
});

test('a start anew in Firefox whose abortion was not reported is the same navigation', async () => {
  const { captures } = await take([
    arrival({ kind: 'before' }),
    arrival({ kind: 'before', at: now + 51 }),
    arrival({ kind: 'aborted', at: now + 60 }),
  ]);
  expect(captures).toMatchObject([{ replays: [] }]);
});

describe('a later navigation with the same answer is a replay', () => {
  const sequences: [what: string, second: Partial<Arrival>][] = [
    ['a reload', { kind: 'before' }],
    ['back and forward without a start', { kind: 'committed' }],
    ['back to the fragment', { kind: 'fragment' }],
    ['another tab', { kind: 'committed', tabId: 8 }],
    ['a callback that redirects on, again', { kind: 'request' }],
  ];
  test('a second try after a download that was given up is one as well', async () => {
    const { captures } = await take([
      arrival({ kind: 'aborted' }),
      arrival({ id: 'a2', kind: 'before', at: now + 1000 }),
    ]);
    expect(captures[0]?.replays).toEqual([{ at: now + 1000 }]);
  });
  test.each(sequences)('%s', async (_, second) => {
    const { captures } = await take([arrival(), arrival({ id: 'a2', at: now + 5000, ...second })]);
    expect(captures).toHaveLength(1);
    expect(captures[0]?.replays).toEqual([{ at: now + 5000 }]);
  });
  test('a reload is one replay, not two', async () => {
    const { captures } = await take([
      arrival(),
      arrival({ id: 'a2', kind: 'before', at: now + 5000 }),
      arrival({ id: 'a3', kind: 'committed', at: now + 5050 }),
    ]);
    expect(captures[0]?.replays).toEqual([{ at: now + 5000 }]);
  });
});

test('taking in the same arrival again changes nothing', async () => {
  const first = await take([arrival(), arrival({ id: 'a2', kind: 'before', at: now + 5000 })]);
  const again = await take([
    arrival(),
    arrival(),
    arrival({ id: 'a2', kind: 'before', at: now + 5000 }),
    arrival({ id: 'a2', kind: 'before', at: now + 5000 }),
  ]);
  expect(again).toEqual(first);
});

test('another answer is another capture, the newest first', async () => {
  const { captures } = await take([
    arrival(),
    arrival({ id: 'a2', url: 'http://localhost:3000/callback#access_token=other', at: now + 1 }),
  ]);
  expect(captures.map(({ tokens }) => tokens.access_token)).toEqual(['other', 'd.e.f']);
});

test('an error is a capture with its words', async () => {
  const url = 'http://localhost:3000/callback#error_description=invalid_scope&state=the-state&error=invalid_request';
  const { captures } = await take([arrival({ url })]);
  expect(captures[0]).toMatchObject({ error: { error: 'invalid_request', description: 'invalid_scope' }, tokens: {} });
});

test('of a token that came twice neither is taken, and both stay to be seen', async () => {
  const url = 'http://localhost:3000/callback#access_token=one&%61ccess_token=two';
  const { captures } = await take([arrival({ url })]);
  expect(captures[0]?.tokens).toEqual({});
  expect(captures[0]?.params).toEqual([
    ['access_token', 'one'],
    ['access_token', 'two'],
  ]);
});

test('a long run without a sign is read in no time', () => {
  const url = `http://localhost:3000/callback#error=x&${'a'.repeat(1_000_000)}`;
  const before = performance.now();
  expect(arrivalOf({ url, kind: 'committed', tabId: 7, frameId: 0, at: now }, 'a1')?.url).toBe(url);
  // some milliseconds; where each letter is tried anew it takes many minutes
  expect(performance.now() - before).toBeLessThan(5000);
});

test.each([
  ['names without a value', 'a'],
  ['names in other letters', '%61=1'],
])('hundreds of thousands of %s are read in no time', async (_, part) => {
  const url = `http://localhost:3000/callback#error=x&${`${part}&`.repeat(2_000_000 / (part.length + 1))}`;
  const before = performance.now();
  const kept = arrivalOf({ url, kind: 'committed', tabId: 7, frameId: 0, at: now }, 'a1');
  const { captures } = await take(kept ? [kept] : []);
  // a second or two; where each is looked up among all it takes hours
  expect(performance.now() - before).toBeLessThan(20_000);
  expect(captures[0]?.params).toHaveLength(parameterLimit);
  expect(captures[0]?.events.at(-1)?.detail).toMatch(/^The answer has [\d,]+ parameters; the limit is 1,000$/);
});

test('a token over the limit is refused with its size, the rest is kept', async () => {
  const url = `http://localhost:3000/callback#id_token=a.b.c&access_token=${'x'.repeat(tokenLimit + 1)}&state=s`;
  const kept = arrivalOf({ url, kind: 'committed', tabId: 7, frameId: 0, at: now }, 'a1');
  expect(kept?.url).toBe('http://localhost:3000/callback#id_token=a.b.c&access_token=&state=s');
  const { captures } = await take(kept ? [kept] : []);
  expect(captures[0]?.tokens).toEqual({ id_token: 'a.b.c' });
  expect(captures[0]?.events).toContainEqual({
    at: now,
    kind: 'refused',
    detail: 'access_token has 262,145 characters; the limit is 262,144',
  });
});

test.each(['abc', '', '3600.5', '-1', '1e3'])('expires_in=%s says nothing about the expiry', async (value) => {
  const { captures } = await take([
    arrival({ url: `http://localhost:3000/callback#access_token=a&expires_in=${value}` }),
  ]);
  expect(captures[0]).not.toHaveProperty('expiresAt');
});

test.each([
  [
    '#?access_token=odd',
    [
      { at: now, kind: 'captured' },
      { at: now, kind: 'leading_question_mark' },
    ],
  ],
  [
    '#access_token=odd&id_token=',
    [
      { at: now, kind: 'captured' },
      { at: now, kind: 'empty_parameter', detail: 'id_token' },
    ],
  ],
  [
    '?code=c#access_token=odd',
    [
      { at: now, kind: 'captured' },
      { at: now, kind: 'two_places', detail: 'code' },
    ],
  ],
  [
    '?access_token=leak&state=s#access_token=odd',
    [
      { at: now, kind: 'captured' },
      { at: now, kind: 'two_places', detail: 'access_token, state' },
      { at: now, kind: 'token_in_query', detail: 'access_token' },
    ],
  ],
])('what is odd about the form of %s is told', async (tail, events) => {
  const { captures } = await take([arrival({ url: `http://localhost:3000/callback${tail}` })]);
  expect(captures[0]?.events).toEqual(events);
});

test('an answer in a form is taken from the form', async () => {
  const url = 'http://localhost:3000/callback';
  const form: [string, string][] = [
    ['access_token', 'a b+c'],
    ['state', 's'],
  ];
  const { captures } = await take([arrival({ url, form, kind: 'request' })]);
  expect(captures).toMatchObject([{ source: 'form_post', tokens: { access_token: 'a b+c' }, callback: url }]);
});

describe('what stands where it does not belong is told', () => {
  const kinds = async (tail: string, over: Partial<Profile> = {}) => {
    const { captures } = await take([arrival({ url: `http://localhost:3000/callback${tail}` })], [profile(over)]);
    return captures[0]?.events.map(({ kind }) => kind);
  };
  test('an error in the query of a flow that answers in the fragment', async () => {
    expect(await kinds('?error=access_denied&state=s')).toContain('error_in_query');
    expect(await kinds('#error=access_denied&state=s')).not.toContain('error_in_query');
    expect(await kinds('?error=access_denied', { responseType: 'code' })).not.toContain('error_in_query');
    expect(await kinds('?error=access_denied', { responseMode: 'query' })).not.toContain('error_in_query');
  });
  test('a refresh token in an address', async () => {
    expect(await kinds('#access_token=a&refresh_token=r')).toContain('refresh_token_in_address');
    expect(await kinds('#access_token=a&refresh_token=')).not.toContain('refresh_token_in_address');
  });
});

test('another answer with the same state is told, of logins that were not started here', async () => {
  const url = (name: string) => `http://localhost:3000/callback#access_token=${name}&state=constant`;
  const { captures } = await take([
    arrival({ url: url('one') }),
    arrival({ url: url('two'), at: now + 1000 }),
    arrival({ url: 'http://localhost:3000/callback#access_token=none', at: now + 2000 }),
    arrival({ url: 'http://localhost:3000/callback#access_token=nor', at: now + 3000 }),
  ]);
  const told = captures.map(({ events }) => events.some(({ kind }) => kind === 'state_repeated'));
  expect(told).toEqual([false, false, true, false]);
});

describe('an answer to a login of ours that is over is not told as another app’s', () => {
  const url = (code: string) => `http://localhost:3000/callback?code=${code}&state=the-state`;
  const kinds = ({ captures }: Records) => captures[0]?.events.map(({ kind }) => kind);
  const past = (over: Partial<PastState> = {}): PastState => ({
    state: 'the-state',
    profileId: 'p1',
    why: 'cancelled',
    at: now - 1000,
    ...over,
  });
  const takeAfter = async (pastStates: PastState[], logins: PendingLogin[] = []) => {
    const records: Records = { ...empty, logins, pastStates };
    const matched = await matchArrival(arrival({ url: url('a') }), [profile()], { ...records, isPrivate: false });
    return matched ? takeIn(records, matched) : records;
  };

  test('one that was cancelled, for ten minutes', async () => {
    expect(kinds(await takeAfter([past()]))).toContain('state_cancelled');
    expect(kinds(await takeAfter([past()], [login({ tabId: 7, state: 'another' })]))).toContain('state_cancelled');
    expect(kinds(await takeAfter([past({ at: now - 600_000 })]))).not.toContain('state_cancelled');
    expect(kinds(await takeAfter([past({ profileId: 'p2' })]))).not.toContain('state_cancelled');
    expect(kinds(await takeAfter([past({ isPrivate: true })]))).not.toContain('state_cancelled');
  });

  test('one that was answered before', async () => {
    const records = await take(
      [arrival({ url: url('a') }), arrival({ url: url('b'), at: now + 1000 })],
      [profile()],
      [login()],
    );
    expect(records.pastStates).toEqual([past({ why: 'used', at: now })]);
    expect(kinds(records)).toContain('state_used');
    expect(records.captures[1]?.events.map(({ kind }) => kind)).not.toContain('state_used');
  });

  test('and an answer with another state leaves the login open', async () => {
    const { pastStates } = await takeAfter([], [login({ tabId: 7, state: 'another' })]);
    expect(pastStates).toEqual([]);
  });
});

describe('a login that is intercepted', () => {
  const ready = login({ tabId: 7, intercept: 'ready' });
  const intercepting = profile({ intercept: true });

  test('is captured by the request that is kept from being sent, and shown in its tab', async () => {
    const { captures, chores, logins } = await take([arrival({ kind: 'request' })], [intercepting], [ready]);
    expect(captures).toMatchObject([{ intercepted: true, startedHere: true }]);
    expect(captures[0]?.events.map(({ kind }) => kind)).toContain('intercepted');
    expect(chores).toEqual([{ kind: 'show', captureId: captures[0]?.id, tabId: 7, at: now }]);
    expect(logins).toMatchObject([{ ended: true }]);
  });
  test('is deleted from the history by its exact address, where the profile wants that', async () => {
    const tidy = profile({ intercept: true, cleanUp: ['history', 'address'] });
    const { captures, chores } = await take([arrival({ kind: 'request' })], [tidy], [ready]);
    const chore = { captureId: captures[0]?.id, tabId: 7, at: now };
    expect(chores).toEqual([
      { kind: 'show', ...chore },
      { kind: 'history', ...chore, url: arrival().url },
    ]);
  });
  test.each([
    [
      'a form, which stands in no address',
      { url: 'http://localhost:3000/callback', form: [['access_token', 'a'] as [string, string]] },
      { responseMode: 'form_post' as const },
      false,
    ],
    ['a private window, which has no history', {}, {}, true],
  ])('leaves nothing to delete for %s', async (_, over, asked, isPrivate) => {
    const tidy = profile({ intercept: true, cleanUp: ['history'], ...asked });
    const held = { ...empty, logins: [ready], isPrivate };
    const matched = await matchArrival(arrival({ kind: 'request', ...over }), [tidy], held);
    expect(matched?.isIntercepted).toBe(true);
    expect(matched && takeIn(empty, matched).chores.map(({ kind }) => kind)).toEqual(['show']);
  });
  test('keeps its rule until that request: the start of the navigation does not end it', async () => {
    const { captures, logins } = await take([arrival({ kind: 'before' })], [intercepting], [ready]);
    expect(captures).toEqual([]);
    expect(logins).toEqual([ready]);
  });
  test.each([['blocked'], ['request']] as const)(
    'is captured in Firefox whichever report comes first: %s',
    async (kind) => {
      const other = kind === 'blocked' ? 'request' : 'blocked';
      const { captures } = await take(
        [arrival({ kind }), arrival({ id: 'a2', kind: other, at: now + (kind === 'blocked' ? -3 : 3) })],
        [intercepting],
        [ready],
      );
      expect(captures).toMatchObject([{ intercepted: true, replays: [] }]);
    },
  );
  test.each([
    ['the rule was refused', { intercept: 'refused' }, {}],
    [
      'its name is written in another way, which no rule knows',
      {},
      { url: `http://localhost:3000/callback#%61ccess_token=a&state=the-state` },
    ],
    ['it came in another tab', {}, { tabId: 8 }],
    ['it came in a frame', {}, { frameId: 4 }],
    ['the page was loaded all the same', {}, { kind: 'committed' }],
  ] as const)('is only watched when %s', async (_, asked, over) => {
    const { captures, chores } = await take(
      [arrival({ kind: 'request', ...over })],
      [intercepting],
      [login({ ...ready, ...asked })],
    );
    expect(captures).toHaveLength(1);
    expect(captures[0]).not.toHaveProperty('intercepted');
    expect(chores).toEqual([]);
  });
});

describe('what a profile has cleaned up after each capture', () => {
  const tidy = profile({ cleanUp: ['history', 'address'] });
  const kinds = async (arrivals: Arrival[]) => (await take(arrivals, [tidy])).chores.map(({ kind }) => kind);
  test('the address first, then the history', async () => {
    expect(await kinds([arrival()])).toEqual(['address', 'history']);
  });
  test('again after a replay', async () => {
    expect(await kinds([arrival(), arrival({ kind: 'before', at: now + 60_000 })])).toHaveLength(4);
  });
  test('no history for a private window, which has none', async () => {
    const matched = await matchArrival(arrival(), [tidy], { ...empty, isPrivate: true });
    expect(matched && takeIn(empty, matched).chores.map(({ kind }) => kind)).toEqual(['address']);
  });
  test('nothing for a frame or a form, which stand in neither', async () => {
    expect(await kinds([arrival({ frameId: 2 })])).toEqual([]);
    const form: [string, string][] = [['access_token', 'a']];
    expect(await kinds([arrival({ url: 'http://localhost:3000/callback', form, kind: 'request' })])).toEqual([]);
  });
});

test('an answer in a frame is marked so', async () => {
  const { captures } = await take([arrival({ frameId: 3 })]);
  expect(captures[0]?.frame).toBe('sub');
});

describe('two profiles with one callback', () => {
  const one = profile();
  const two = profile({ id: 'p2', clientId: 'two' });
  const url = (pairs: string) => `http://localhost:3000/callback#${pairs}`;
  const choose = async (pairs: string, logins: PendingLogin[] = []): Promise<Capture | undefined> =>
    (await take([arrival({ url: url(pairs) })], [one, two], logins)).captures[0];

  test('the state decides', async () => {
    expect(
      (await choose('access_token=a&state=s2', [login({ state: 's1' }), login({ state: 's2', profileId: 'p2' })]))
        ?.profileId,
    ).toBe('p2');
  });
  test('else the client that the token names', async () => {
    expect((await choose(`id_token=${token({ aud: 'two' })}`))?.profileId).toBe('p2');
    expect((await choose(`access_token=${token({ client_id: 'two' })}`))?.profileId).toBe('p2');
  });
  test('else the issuer that it names, of the same client at two issuers', async () => {
    const staging = profile({ id: 'p2', provider: 'oidc', issuer: 'https://staging.example' });
    const chosen = async (pairs: string) => {
      const { captures } = await take([arrival({ url: url(pairs) })], [one, staging]);
      const isAmbiguous = captures[0]?.events.some(({ kind }) => kind === 'ambiguous_profile');
      return [captures[0]?.profileId, isAmbiguous];
    };
    const named = { aud: one.clientId, iss: 'https://staging.example' };
    expect(await chosen(`id_token=${token(named)}`)).toEqual(['p2', false]);
    expect(await chosen(`code=c&iss=${encodeURIComponent(named.iss)}`)).toEqual(['p2', false]);
    expect(await chosen(`response=${token(named)}`)).toEqual(['p2', false]);
    expect(await chosen(`response=${token({ id_token: token(named) })}`)).toEqual(['p2', false]);
    expect(await chosen(`id_token=${token({ ...named, iss: one.issuer })}`)).toEqual(['p1', false]);
    expect(await chosen(`id_token=${token({ ...named, iss: 'https://evil.example' })}`)).toEqual(['p1', true]);
  });
  test('of the same client at the same issuer the first, for the same is expected of either', async () => {
    const { captures } = await take([arrival()], [one, profile({ id: 'p2', scopes: [] })]);
    expect(captures[0]).toMatchObject({ profileId: 'p1', events: [{ kind: 'captured' }] });
  });
  test('else the first, and it is said to be ambiguous', async () => {
    const capture = await choose('access_token=opaque');
    expect(capture?.profileId).toBe('p1');
    expect(capture?.events.map(({ kind }) => kind)).toContain('ambiguous_profile');
  });
});

describe('the error page of a Cognito domain', () => {
  const page = 'https://demo.auth.us-east-1.amazoncognito.com/error';
  const mismatch = arrival({ url: `${page}?error=redirect_mismatch&client_id=1example23456789abcdefghij` });

  test('after a login that was started here: the callback is the one that was sent, and the login is over', async () => {
    const sent = { responseType: 'token', scopes: [], redirectUri: 'http://localhost:3000/callback/' };
    const { captures, logins } = await take([mismatch], [profile()], [login({ tabId: 7, request: sent })]);
    expect(captures[0]).toMatchObject({
      startedHere: true,
      callback: 'http://localhost:3000/callback/',
      error: { error: 'redirect_mismatch' },
      tokens: {},
    });
    expect(captures[0]?.events.map(({ kind }) => kind)).toEqual(['login_started', 'provider_error_page']);
    expect(logins[0]?.ended).toBe(true);
  });
  test('of another login: the callback is the registered one', async () => {
    const { captures } = await take([mismatch], [profile()], [login({ tabId: 8 })]);
    expect(captures[0]).toMatchObject({ startedHere: false, callback: 'http://localhost:3000/callback' });
  });
  test('the client that the address names decides between two profiles', async () => {
    const other = profile({ id: 'p2', clientId: 'other' });
    const { captures } = await take(
      [arrival({ url: `${page}?error=invalid_request&client_id=other` })],
      [profile(), other],
    );
    expect(captures[0]?.profileId).toBe('p2');
  });
  test('an unregistered sign-out address carries no code; the page’s own words stand for it', async () => {
    const { captures } = await take([arrival({ url: `${page}?client_id=c&logout_uri=http%3A%2F%2Fx` })]);
    expect(captures[0]?.error).toEqual({
      error: 'invalid_request',
      description: "Required String parameter 'redirect_uri' is not present",
    });
  });
  test('the same words after another sign-in are another failure, reports of one navigation are not', async () => {
    const first = await take(
      [mismatch, { ...mismatch, id: 'a2', kind: 'aborted', at: now + 1 }],
      [profile()],
      [login({ tabId: 7 })],
    );
    expect(first.captures).toHaveLength(1);
    const again = { ...mismatch, id: 'a3', at: now + 60_000 };
    const matched = await matchArrival(again, [profile()], { ...first, logins: [], isPrivate: false });
    const second = matched && takeIn({ ...first, logins: [login({ state: 'another', tabId: 7 })] }, matched);
    expect(second?.captures).toHaveLength(2);
    expect(second?.captures[0]).toMatchObject({ startedHere: true, capturedAt: now + 60_000 });
  });
  test.each([
    ['another path', `${page}s?error=redirect_mismatch`],
    ['another host', 'https://demo.auth.us-east-1.amazoncognito.com.evil.com/error?error=redirect_mismatch'],
    ['user info', 'https://x@demo.auth.us-east-1.amazoncognito.com/error?error=redirect_mismatch'],
    ['nothing said', page],
  ])('%s is none of ours', async (_, url) => {
    expect((await take([arrival({ url })])).captures).toEqual([]);
  });
  test('another provider’s /error is not watched', async () => {
    const url = 'https://op.example/error?error=access_denied';
    const oidc = profile({ provider: 'oidc', endpoints: { authorization: 'https://op.example/authorize' } });
    expect((await take([arrival({ url })], [oidc])).captures).toEqual([]);
  });
});

test('whatever arrives, however often and in whatever order, each answer is one capture', async () => {
  const kinds = fc.constantFrom<Arrival['kind'][]>(
    'before',
    'request',
    'committed',
    'error',
    'aborted',
    'blocked',
    'fragment',
  );
  const event = fc.record({ which: fc.nat(3), kind: kinds, tabId: fc.nat(2), at: fc.nat(50) });
  await fc.assert(
    fc.asyncProperty(fc.array(event), async (events) => {
      const { captures } = await take(
        events.map(({ which, kind, tabId, at }, index) =>
          arrival({
            id: `a${index}`,
            url: `http://localhost:3000/callback#access_token=t${which}`,
            kind,
            tabId,
            at: now + at,
          }),
        ),
      );
      const answers = new Set(events.map(({ which }) => `t${which}`));
      expect(captures.map(({ tokens }) => tokens.access_token).sort()).toEqual([...answers].sort());
    }),
  );
});
