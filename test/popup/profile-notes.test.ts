import { describe, expect, test } from 'vitest';
import { type Draft, editDraft, emptyDraft } from '../../popup/state/profile-draft.ts';
import { findSites } from '../../popup/state/profile-grants.ts';
import { findNotes } from '../../popup/state/profile-notes.ts';
import { profileFromDraft } from '../../popup/state/profile-record.ts';

const always = ['no_refresh_token', 'address_bar'];
const pool = editDraft(emptyDraft, {
  userPoolId: 'us-east-1_AbC',
  clientId: ' abc ',
  callback: ' http://localhost/cb ',
});
const oidc: Draft = {
  ...emptyDraft,
  provider: 'oidc',
  issuer: 'https://id.example.com',
  endpoints: { ...emptyDraft.endpoints, jwks: 'https://id.example.com/keys' },
};

const cases: [what: string, draft: Draft, ids: string[]][] = [
  ['a pool', pool, [...always, 'allow_callback', 'allow_implicit']],
  ['no pool id', { ...pool, issuer: ' ' }, ['no_pool', ...always, 'allow_callback', 'allow_implicit']],
  ['no callback yet', { ...pool, callback: '' }, [...always, 'allow_implicit']],
  ['no openid', { ...pool, scopes: ['email'] }, ['no_openid', ...always, 'allow_callback', 'allow_implicit']],
  ['no scope', { ...pool, scopes: [] }, ['no_scope', ...always, 'allow_callback', 'allow_implicit']],
  ['any provider', oidc, always],
  ['any provider without scope', { ...oidc, scopes: [] }, ['no_openid', ...always]],
  ['any provider without issuer', { ...oidc, issuer: '' }, ['no_issuer', ...always]],
  ['any provider without keys', { ...oidc, endpoints: emptyDraft.endpoints }, ['no_keys', ...always]],
];

describe('before a sign-in', () => {
  test.each(cases)('%s is worth these notes', (_what, draft, ids) => {
    expect(findNotes(draft).map(({ id }) => id)).toEqual(ids);
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
    const profile = profileFromDraft({ ...pool, prefix: 'demo', region: 'us-east-1' }, 'p');
    expect(findSites(profile)).toEqual([
      {
        pattern: 'https://demo.auth.us-east-1.amazoncognito.com/*',
        host: 'demo.auth.us-east-1.amazoncognito.com',
        does: ['userinfo'],
      },
      {
        pattern: 'https://cognito-idp.us-east-1.amazonaws.com/*',
        host: 'cognito-idp.us-east-1.amazonaws.com',
        does: ['keys'],
      },
    ]);
  });

  test('are one where they are the same', () => {
    const draft = editDraft(pool, { customDomain: 'http://127.0.0.1:4100', issuer: 'http://127.0.0.1:4100/pool' });
    expect(findSites(profileFromDraft(draft, 'p'))).toEqual([
      { pattern: 'http://127.0.0.1/*', host: '127.0.0.1', does: ['userinfo', 'keys'] },
    ]);
  });

  test('are none while the form names none', () => {
    expect(findSites(profileFromDraft(emptyDraft, 'p'))).toEqual([]);
  });
});
