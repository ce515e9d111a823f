import { describe, expect, test } from 'vitest';
import { type Draft, editDraft, emptyDraft } from '../../../../popup/state/profile/profile-draft.ts';
import { findSites } from '../../../../popup/state/profile/profile-grants.ts';
import { findNotes } from '../../../../popup/state/profile/profile-notes.ts';
import { profileFromDraft } from '../../../../popup/state/profile/profile-record.ts';

const always = ['no_refresh_token', 'address_bar'];
const pool = editDraft(emptyDraft, {
  responseType: 'token',
  userPoolId: 'us-east-1_AbC',
  clientId: ' abc ',
  callback: ' http://localhost/cb ',
});
const oidc: Draft = {
  ...emptyDraft,
  provider: 'oidc',
  issuer: 'https://id.example.com',
  responseType: 'id_token token',
  endpoints: {
    ...emptyDraft.endpoints,
    jwks: 'https://id.example.com/keys',
    userinfo: 'https://id.example.com/me',
  },
};

const web = { callback: 'https://app.example.com/cb' };
const plain = { callback: ' http://app.example.com/cb ' };

const cases: [what: string, draft: Draft, ids: string[]][] = [
  ['a pool', pool, [...always, 'allow_callback', 'allow_grant']],
  ['no pool id', { ...pool, issuer: ' ' }, ['no_pool', ...always, 'allow_callback', 'allow_grant']],
  ['no callback yet', { ...pool, callback: '' }, [...always, 'allow_grant']],
  ['no openid', { ...pool, scopes: ['email'] }, ['no_openid', ...always, 'allow_callback', 'allow_grant']],
  ['no scope', { ...pool, scopes: [] }, ['no_scope', ...always, 'allow_callback', 'allow_grant']],
  ['any provider', oidc, always],
  ['any provider without scope', { ...oidc, responseType: 'token', scopes: [] }, ['no_openid', ...always]],
  ['an ID token without openid', { ...oidc, scopes: [] }, ['no_openid_for_id_token', ...always]],
  ['a code', { ...pool, responseType: 'code' }, ['code_in_address', 'allow_callback', 'allow_grant']],
  [
    'a hybrid',
    { ...oidc, responseType: 'code id_token', endpoints: { ...oidc.endpoints, token: 'https://id.example.com/token' } },
    ['address_bar', 'offline_access_missing'],
  ],
  [
    'a client alone',
    { ...pool, responseType: '', clientAuth: 'client_secret_basic', scopes: ['orders/read'], callback: '' },
    ['no_user', 'allow_grant'],
  ],
  ['any provider without issuer', { ...oidc, issuer: '' }, ['no_issuer', ...always]],
  [
    'a form, with requests watched',
    editDraft(oidc, { ...web, responseMode: 'form_post' }),
    ['no_refresh_token', 'watches_requests', 'answer_in_form'],
  ],
  [
    'a form that nobody sees',
    { ...oidc, ...web, responseMode: 'form_post' },
    ['unseen_form_post', 'no_refresh_token', 'answer_in_form'],
  ],
  [
    'a form that is seen, as sign-ins end here',
    { ...oidc, ...web, responseMode: 'form_post', intercept: true },
    ['no_refresh_token', 'answer_kept_away'],
  ],
  [
    'a form over plain http',
    editDraft(oidc, { ...plain, responseMode: 'form_post' }),
    ['out_of_reach', 'plain_http_callback', 'no_refresh_token', 'watches_requests', 'answer_in_form'],
  ],
  ['an app', editDraft(oidc, { callback: 'myapp://cb' }), ['no_refresh_token', 'watches_requests']],
  ['an app, unwatched', { ...oidc, callback: 'myapp://cb' }, ['unseen_app_scheme', 'no_refresh_token']],
  [
    'an app that is to be intercepted',
    editDraft(oidc, { callback: 'myapp://cb', intercept: true }),
    ['app_not_interceptable', 'no_refresh_token', 'watches_requests'],
  ],
  ['sign-ins that end here', { ...oidc, ...web, intercept: true }, ['no_refresh_token', 'answer_kept_away']],
  [
    'plain http to intercept',
    { ...oidc, ...plain, intercept: true },
    ['out_of_reach', 'plain_http_callback', ...always],
  ],
  ['plain http, nothing else', { ...oidc, ...plain }, ['plain_http_callback', ...always]],
  ['any provider without keys', { ...oidc, endpoints: emptyDraft.endpoints }, ['no_keys', ...always, 'no_userinfo']],
];

describe('before a sign-in', () => {
  test.each(cases)('%s is worth these notes', (_what, draft, ids) => {
    expect(findNotes(draft).map(({ id }) => id)).toEqual(ids);
  });

  const grants: [responseType: string, grant: string][] = [
    ['code', 'code'],
    ['token', 'implicit'],
    ['', 'client'],
  ];

  test.each(grants)('with "%s" a pool must allow the grant %s', (responseType, grant) => {
    const note = { id: 'allow_grant', tone: 'skip', clientId: 'abc', grant };
    expect(findNotes({ ...pool, responseType })).toContainEqual(note);
  });

  const whys: [change: Partial<Draft>, why: string][] = [
    [{ responseMode: 'form_post' }, 'form_post'],
    [{ callback: 'myapp://cb' }, 'app_scheme'],
    [{ watchRequests: true }, 'choice'],
  ];

  test.each(whys)('with %j requests are watched because of %s', (change, why) => {
    expect(findNotes(editDraft(oidc, change))).toContainEqual({ id: 'watches_requests', tone: 'skip', why });
  });

  const beyond: [change: Partial<Draft>, cannot: string[]][] = [
    [{ intercept: true }, ['intercept']],
    [{ responseMode: 'form_post' }, ['form_post']],
    [{ watchRequests: true }, ['redirects']],
    [{ cleanUp: ['address'] }, ['address']],
    [
      { intercept: true, responseMode: 'form_post', cleanUp: ['history', 'address'] },
      ['intercept', 'form_post', 'address'],
    ],
  ];

  test.each(beyond)('with %j plain http elsewhere keeps us from %j', (change, cannot) => {
    const note = { id: 'out_of_reach', tone: 'warn', cannot, host: 'app.example.com' };
    expect(findNotes(editDraft({ ...oidc, ...plain }, change))).toContainEqual(note);
    for (const callback of ['http://localhost:3000/cb', 'https://app.example.com/cb', 'nonsense', '']) {
      expect(findNotes(editDraft({ ...oidc, callback }, change)).map(({ id }) => id)).not.toContain('out_of_reach');
    }
  });

  const traces: [change: Partial<Draft>, cleanUp: string[]][] = [
    [{ ...web }, []],
    [{ ...web, cleanUp: ['history'] }, ['history']],
    [{ ...web, cleanUp: ['history', 'address'] }, ['history', 'address']],
    [{ ...plain, cleanUp: ['history', 'address'] }, ['history']],
  ];

  test.each(traces)('with %j the address bar is left without %j', (change, cleanUp) => {
    expect(findNotes(editDraft(oidc, change))).toContainEqual({ id: 'address_bar', tone: 'warn', cleanUp });
  });

  test('the console needs the exact callback', () => {
    expect(findNotes(pool)).toContainEqual({
      id: 'allow_callback',
      tone: 'skip',
      clientId: 'abc',
      callback: 'http://localhost/cb',
    });
  });
});

describe('the sites of a provider', () => {
  test('are the domain and the issuer of a pool', () => {
    const profile = profileFromDraft({ ...pool, responseType: 'code', prefix: 'demo', region: 'us-east-1' }, 'p');
    expect(findSites(profile)).toEqual([
      {
        pattern: 'https://demo.auth.us-east-1.amazoncognito.com/*',
        host: 'demo.auth.us-east-1.amazoncognito.com',
        isNeeded: false,
        does: ['tokens', 'userinfo', 'revocation'],
      },
      {
        pattern: 'https://cognito-idp.us-east-1.amazonaws.com/*',
        host: 'cognito-idp.us-east-1.amazonaws.com',
        isNeeded: false,
        does: ['keys'],
      },
    ]);
  });

  test('are one where they are the same', () => {
    const draft = editDraft(pool, { customDomain: 'http://127.0.0.1:4100', issuer: 'http://127.0.0.1:4100/pool' });
    expect(findSites(profileFromDraft(draft, 'p'))).toEqual([
      { pattern: 'http://127.0.0.1/*', host: '127.0.0.1', isNeeded: false, does: ['userinfo', 'keys'] },
    ]);
  });

  test('are those that a client alone calls', () => {
    const draft = { ...pool, responseType: '', prefix: 'demo', region: 'us-east-1', intercept: true };
    const sites = findSites(profileFromDraft(draft, 'p'));
    expect(sites.map(({ isNeeded, does }) => [isNeeded, ...does])).toEqual([
      [false, 'client_token'],
      [false, 'keys'],
    ]);
  });

  const uses: [what: string, change: Partial<Draft>, sites: [host: string, isNeeded: boolean, does: string][]][] = [
    ['nothing more', web, []],
    ['requests', { ...web, watchRequests: true }, [['app.example.com', true, 'requests']]],
    ['intercept', { ...web, intercept: true }, [['app.example.com', true, 'requests intercept']]],
    ['address', { ...web, cleanUp: ['address'] }, [['app.example.com', true, 'address']]],
    ['history', { ...web, cleanUp: ['history'] }, []],
    ['plain http', { ...plain, intercept: true, cleanUp: ['address'] }, []],
    ['an app', { callback: 'myapp://cb' }, [['id.example.com', true, 'redirects']]],
  ];

  test.each(uses)('are asked for where the profile needs them: %s', (_what, change, sites) => {
    const endpoints = { ...emptyDraft.endpoints, authorization: 'https://id.example.com/authorize' };
    const draft = editDraft({ ...emptyDraft, provider: 'oidc', endpoints }, change);
    const found = findSites(profileFromDraft(draft, 'p'));
    expect(found.map(({ host, isNeeded, does }) => [host, isNeeded, does.join(' ')])).toEqual(sites);
  });

  test('are asked for where a code is exchanged and the answer might not be readable', () => {
    const endpoints = { ...oidc.endpoints, token: 'https://tokens.example.com/token' };
    const sites = findSites(profileFromDraft({ ...oidc, responseType: 'code', endpoints }, 'p'));
    expect(sites).toContainEqual({
      pattern: 'https://tokens.example.com/*',
      host: 'tokens.example.com',
      isNeeded: true,
      does: ['tokens'],
    });
  });

  test('are one where the callback lies on the host of the provider', () => {
    const draft = editDraft(oidc, { callback: 'https://id.example.com/cb', intercept: true });
    expect(findSites(profileFromDraft(draft, 'p'))).toEqual([
      {
        pattern: 'https://id.example.com/*',
        host: 'id.example.com',
        isNeeded: true,
        does: ['requests', 'intercept', 'userinfo', 'keys'],
      },
    ]);
  });

  test('are none while the form names none', () => {
    expect(findSites(profileFromDraft(emptyDraft, 'p'))).toEqual([]);
  });
});
