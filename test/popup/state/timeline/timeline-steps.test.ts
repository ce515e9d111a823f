import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Piece, Step } from '../../../../popup/state/timeline/step.ts';
import { mostSteps, timelineSteps } from '../../../../popup/state/timeline/timeline-steps.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { capture, now, profile } from '../../../support/records.ts';

type Event = Capture['events'][number];

const pool = 'https://demo.auth.us-east-1.amazoncognito.com';
const events: Event[] = [
  { at: now - 12_800, kind: 'login_started', detail: `${pool}/oauth2/authorize` },
  { at: now - 12_400, kind: 'login_page', detail: `${pool}/login` },
  { at: now - 5000, kind: 'login_page', detail: `${pool}/mfa/…` },
  { at: now, kind: 'captured' },
  { at: now + 90, kind: 'keys_fetched', detail: '2 from id.example, 84 ms' },
  { at: now + 120, kind: 'checked', detail: '12 passed, 2 not checked' },
];
const request = {
  responseType: 'token',
  scopes: [],
  redirectUri: 'http://localhost:3000/callback',
  state: 's',
  nonce: 'n',
};

function text(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.code;
}

function line({ what, detail, tone }: Step): string {
  return `${tone ? `(${tone}) ` : ''}${text(what)}: ${detail.map(text).join('')}`;
}

function linesOf(over: Partial<Capture>): string[] {
  return timelineSteps(capture(over), profile()).steps.map(line);
}

/** How a single event is told, beside what every capture has. */
function told(event: Partial<Event>, over: Partial<Capture> = {}): string | undefined {
  const one: Event = { at: now + 500, kind: '', ...event };
  const { steps } = timelineSteps(capture({ events: [one], ...over }), profile());
  const found = steps.find(({ at }) => at === one.at);
  return found && line(found);
}

describe('the timeline of a login', () => {
  test('that was started here tells it from the first step to the checks', () => {
    expect(linesOf({ events, request })).toEqual([
      'Sign-in started: Tab opened on /oauth2/authorize with a fresh state and nonce, implicit flow',
      'Login page: /login on demo.auth.us-east-1.amazoncognito.com',
      'Next page: /mfa/… on demo.auth.us-east-1.amazoncognito.com',
      expect.stringMatching(/^Back at the callback: Fragment: /),
      '(pass) Captured: Taken from the fragment',
      'Keys fetched: 2 keys from id.example, 84 ms',
      'Checked: 12 passed, 2 not checked',
    ]);
  });

  test('says what was made for a code flow, and for a silent one', () => {
    const code = linesOf({ events, request: { ...request, responseType: 'code', pkce: 'S256' } });
    expect(code[0]).toMatch(/fresh state, nonce, and PKCE challenge, code flow$/);
    const silent = linesOf({ events, silent: true, request: { ...request, prompt: 'none' } });
    expect(silent[0]).toMatch(/behind the others.*prompt=none$/);
  });

  test('that was not started here begins at its callback, and says so', () => {
    const lines = linesOf({ events: [{ at: now, kind: 'captured' }], startedHere: false });
    expect(lines[0]).toMatch(/^Back at the callback/);
    expect(lines[1]).toMatch(/not started here/);
  });

  test('that ended inside, or in a frame, says where the answer went', () => {
    expect(linesOf({ intercepted: true })[1]).toMatch(/unseen by the app and its server/);
    expect(linesOf({ frame: 'sub' })[1]).toMatch(/in a frame/);
  });

  test.each<[string, Partial<Capture>, RegExp[]]>([
    ['pasted', { origin: 'pasted', startedHere: false }, [/^\(pass\) Pasted: /]],
    ['a sample', { origin: 'sample' }, [/^Sample minted: /]],
    ['of a client alone', { source: 'token_endpoint', params: [] }, [/^Token asked for: For the client itself/]],
    [
      'an error at the callback',
      { error: { error: 'access_denied' }, params: [['error', 'access_denied']] },
      [/^\(fail\) Back at the callback: An error, access_denied/],
    ],
    [
      'a silent one without a session',
      { error: { error: 'login_required' }, silent: true, params: [['error', 'login_required']] },
      [/^Back at the callback: An error, login_required/],
    ],
    [
      'stopped at the provider',
      { error: { error: 'redirect_mismatch' }, events: [{ at: now, kind: 'provider_error_page' }] },
      [/^\(fail\) Error page of Cognito: redirect_mismatch$/],
    ],
  ])('%s has its own beginning', (_, over, lines) => {
    const { request: _request, ...rest } = capture({ events: [], ...over });
    const { steps } = timelineSteps(rest, profile());
    expect(steps.map(line)).toEqual(lines.map((words) => expect.stringMatching(words)));
  });

  test('tells the sum of the checks of records that did not note it', () => {
    const lines = linesOf({ judgedAt: now + 100, verdicts: [{ check: 'state', result: 'fail' }] });
    expect(lines.at(-1)).toBe('(fail) Checked: 1 check failed');
  });

  test('has the checks that were made again', () => {
    const again = { at: now + 900, kind: 'checked', detail: '1 failed, 3 passed' };
    const lines = linesOf({
      events: [...events, again],
      judgedAt: now + 900,
      verdicts: [{ check: 'state', result: 'fail' }],
    });
    expect(lines.slice(-2)).toEqual(['Checked: 12 passed, 2 not checked', '(fail) Checked again: 1 failed, 3 passed']);
  });
});

const refused = {
  grant: 'authorization_code',
  at: now + 500,
  kind: 'refused',
  status: 400,
  error: 'invalid_grant',
} as const;

describe('an event', () => {
  test.each<[Partial<Event>, RegExp, Partial<Capture>?]>([
    [{ kind: 'code_exchanged', detail: '200, 120 ms' }, /^\(pass\) Code exchanged: 200 OK, 120 ms$/],
    [
      { kind: 'code_exchange_failed', detail: '400, 9 ms' },
      /^\(fail\) .*: 400 Bad Request, 9 ms, invalid_grant$/,
      { tokenFailure: refused },
    ],
    [{ kind: 'code_exchange_failed', detail: '400, 9 ms' }, /^\(fail\) .*: 400 Bad Request, 9 ms$/],
    [{ kind: 'code_exchange_failed', detail: 'interrupted' }, /^\(fail\) .*: The browser stopped/],
    [
      { kind: 'code_not_exchanged', detail: 'The login is over.' },
      /^\(warn\) Code not handed in: The login is over\.$/,
    ],
    [
      { kind: 'refreshed' },
      /^\(pass\) Refreshed: 200 OK$/,
      { tokenCalls: [{ grant: 'refresh_token', at: now + 500, status: 200 }] },
    ],
    [{ kind: 'refresh_failed', detail: 'timeout' }, /^\(fail\) Refresh failed: No answer in time$/],
    [{ kind: 'client_token', detail: '200, 5 ms' }, /^\(pass\) Token for the client/],
    [{ kind: 'userinfo', detail: '200, 142 ms' }, /^userInfo called: 200 OK, 142 ms$/],
    [
      { kind: 'userinfo', detail: '401, 142 ms' },
      /^\(fail\) userInfo called: 401 Unauthorized, 142 ms, invalid_token$/,
      { userinfo: { at: now + 500, status: 401, body: '', wwwAuthenticate: 'Bearer error="invalid_token"' } },
    ],
    [{ kind: 'userinfo_failed', detail: 'unreachable' }, /^\(fail\) userInfo called: No answer that could be read$/],
    [
      { kind: 'revoked', detail: '200, 30 ms' },
      /^Refresh token revoked: 200 OK, 30 ms$/,
      { revocation: { at: now + 500, token: 'refresh_token', status: 200 } },
    ],
    [{ kind: 'revoke_failed', detail: '503, 30 ms' }, /^\(fail\) Revocation failed: 503 Service Unavailable/],
    [{ kind: 'signed_out' }, /^Sign-out opened/],
    [{ kind: 'imported' }, /^Imported from a file: /, { origin: 'imported' }],
    [
      { kind: 'keys_cached', detail: '1 from id.example, 5400 ms old' },
      /^Keys at hand: 1 key from id.example, out of memory, fetched 5 s before$/,
    ],
    [{ kind: 'keys_failed', detail: 'status 503' }, /^\(fail\) Keys not fetched: 503 Service Unavailable$/],
    [{ kind: 'metadata_fetched', detail: 'id.example' }, /^Metadata fetched: From id.example$/],
    [
      { kind: 'metadata_failed', detail: 'issuer_mismatch' },
      /^\(warn\) Metadata not fetched: It names another issuer$/,
    ],
    [{ kind: 'address_cleaned' }, /^Address cleaned/],
    [{ kind: 'state_used' }, /^\(warn\) /],
    [{ kind: 'from_a_newer_version', detail: 'with words' }, /^from_a_newer_version: with words$/],
    [{ kind: 'constructor' }, /^constructor: $/],
  ])('%j is told as %s', (event, words, over = {}) => {
    expect(told(event, over)).toMatch(words);
  });

  test.each(['refused', 'not_utf8', 'intercepted', 'two_places'])('%s is told elsewhere', (kind) => {
    expect(told({ kind })).toBeUndefined();
  });
});

describe('an answer that is seen again', () => {
  test('is one line for as often as nothing else happens', () => {
    const replays = [1, 2, 3, 9].map((seconds) => ({ at: now + seconds * 1000 }));
    const lines = linesOf({ replays, events: [{ at: now + 5000, kind: 'signed_out' }] });
    expect(lines.slice(-3).map((one) => one.split(':')[0])).toEqual([
      'Seen again, 3 times',
      'Sign-out opened',
      'Seen again',
    ]);
  });
});

test('a timeline without end is cut, and says by how much', () => {
  const many = Array.from({ length: 300 }, (_, index) => ({ at: now + index, kind: `kind-${index}` }));
  const { steps, more } = timelineSteps(capture({ events: many }), profile());
  expect([steps.length, more]).toEqual([mostSteps, 302 - mostSteps]);
});

test('whatever stands in the records, the steps are in order and none is long', () => {
  const kind = fc.oneof(fc.string({ maxLength: 300 }), fc.constantFrom(...events.map((one) => one.kind)));
  const event = fc.record({ at: fc.integer({ min: -9e15, max: 9e15 }), kind, detail: fc.string({ maxLength: 2000 }) });
  const params = fc.array(fc.tuple(fc.string({ maxLength: 1000 }), fc.string()));
  fc.assert(
    fc.property(fc.array(event), params, (any, pairs) => {
      const { steps } = timelineSteps(capture({ events: any, params: pairs }), undefined);
      const times = steps.map(({ at }) => at);
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      for (const step of steps)
        for (const piece of [step.what, ...step.detail]) expect(text(piece).length).toBeLessThan(210);
    }),
  );
});
