import type { Capture } from '../../src/protocol/records.ts';
import { mint } from './mint.ts';
import { accessClaims, answer, capture, idClaims, noon, profile, staging } from './sample.ts';
import type { State } from './states.ts';

const minutes = 60_000;

function signedIn(id: string, username: string, ago: number, changes: Partial<Capture> = {}): Capture {
  const made = noon / 1000 - ago * 60;
  return capture({
    id,
    capturedAt: noon - ago * minutes,
    tokens: {
      id_token: mint({ ...idClaims(made), 'cognito:username': username, email: `${username}@example.com` }),
      access_token: mint({ ...accessClaims(made), username }),
    },
    expiresAt: made + 3600,
    params: [
      ['id_token', ''],
      ['access_token', ''],
      ['state', `state-${id}`],
    ],
    ...changes,
  });
}

const refused = capture({
  id: 'refused',
  capturedAt: noon - 76 * minutes,
  tokens: {},
  error: { error: 'invalid_request', description: 'invalid_scope' },
  verdicts: [{ check: 'state', result: 'pass' }],
});

const some: Capture[] = [
  signedIn('ada', 'ada.okafor', 3, { pinned: true, userinfo: answer() }),
  signedIn('grace', 'grace.abara', 9),
  signedIn('ada-before', 'ada.okafor', 72),
  refused,
  signedIn('viewer', 'qa.viewer', 165, { profileId: staging.id, callback: staging.callback }),
  signedIn('gone', 'ada.okafor', 240, { profileId: 'gone' }),
];

const many = Array.from({ length: 120 }, (_, place) =>
  signedIn(`many-${place}`, `tester.${120 - place}`, place + 1, place % 3 === 2 ? { profileId: staging.id } : {}),
);

function page(name: string, captures: Capture[], changes: Partial<State> = {}): State {
  return { name, width: 'page', profiles: [profile, staging], captures, route: '#captures', ...changes };
}

const search = (types: string) => ({ press: '/', types });

export const historyStates: readonly State[] = [
  page('page-history', some),
  page('page-history-search', some, search('ada okafor')),
  page('page-history-no-match', some, search('xyz')),
  page('page-history-many-old', many, { route: '#captures/many-117' }),
  page('page-history-deleted-profile', some, { route: '#captures/gone' }),
  { ...page('page-history-private', some.slice(1, 3)), privateCaptures: [signedIn('apart', 'mallory', 30)] },
];
