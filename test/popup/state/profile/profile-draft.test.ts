import { describe, expect, test } from 'vitest';
import { noChecking } from '../../../../popup/state/profile/profile-checking.ts';
import {
  type Draft,
  draftFromProfile,
  editDraft,
  emptyDraft,
  findDomainOrigin,
  splitDomain,
} from '../../../../popup/state/profile/profile-draft.ts';
import { profileFromDraft } from '../../../../popup/state/profile/profile-record.ts';
import type { Profile } from '../../../../src/protocol/records.ts';
import { cognitoEndpoints } from '../../../../src/provider/cognito.ts';

const origin = 'https://claimcheck-demo.auth.us-east-1.amazoncognito.com';
const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE';
const pool: Profile = {
  id: 'pool',
  name: 'claimcheck-demo',
  provider: 'cognito',
  issuer,
  endpoints: cognitoEndpoints(origin, issuer),
  clientId: '1example23456789abcdefghij',
  clientAuth: 'none',
  callback: 'http://localhost:3000/callback',
  responseType: 'token',
  scopes: ['openid', 'email'],
  extraParams: [['lang', 'en']],
  intercept: false,
  watchRequests: false,
  cognito: {
    domain: origin,
    region: 'us-east-1',
    userPoolId: 'us-east-1_EXAMPLE',
  },
};
const local: Profile = {
  ...pool,
  id: 'local',
  issuer: 'http://127.0.0.1:4100/us-east-1_DEMO',
  endpoints: cognitoEndpoints('http://127.0.0.1:4100', 'http://127.0.0.1:4100/us-east-1_DEMO'),
  cognito: { domain: 'http://127.0.0.1:4100', region: 'us-east-1', userPoolId: 'us-east-1_DEMO' },
};
const oidc: Profile = {
  id: 'oidc',
  name: 'other',
  provider: 'oidc',
  issuer: 'https://id.example.com/',
  endpoints: { authorization: 'https://id.example.com/authorize', jwks: 'https://id.example.com/keys' },
  metadata: { fetchedAt: 1, document: { issuer: 'https://id.example.com/' } },
  clientId: 'c',
  clientAuth: 'none',
  callback: 'https://app.example.com/cb',
  responseType: 'token',
  scopes: [],
  extraParams: [],
  intercept: false,
  watchRequests: false,
  apiBaseUrl: 'https://api.example.com',
};

const posted: Profile = {
  ...oidc,
  id: 'posted',
  responseMode: 'form_post',
  watchRequests: true,
  intercept: true,
  cleanUp: ['history', 'address'],
};

const checked: Profile = {
  ...oidc,
  id: 'checked',
  idTokenAlgs: ['ES256', 'HS256'],
  clockSkew: 0,
  iatWindow: 600.5,
  anyLoopbackPort: true,
  trustedOnFirstUse: { issuer: 'https://id.example.com/', at: 1 },
};

const alone: Profile = {
  ...oidc,
  id: 'alone',
  callback: '',
  responseType: '',
  clientAuth: 'client_secret_post',
};

const hybrid: Profile = { ...oidc, id: 'hybrid', responseType: 'code id_token', logoutUri: 'https://app.example.com/' };

describe('a stored profile', () => {
  test.each([pool, local, oidc, posted, checked, alone, hybrid, { ...posted, id: 'unwatched', watchRequests: false }])(
    '$id comes out of the form as it went in',
    (profile) => {
      expect(profileFromDraft(draftFromProfile(profile), profile.id, profile)).toEqual(profile);
      expect(profileFromDraft(draftFromProfile(profile), profile.id)).toEqual(profile);
    },
  );

  test('keeps what the form does not show', () => {
    const base = { ...pool, ofAnotherVersion: true };
    const draft = editDraft(draftFromProfile(base), { clientId: 'changed' });
    expect(profileFromDraft(draft, pool.id, base)).toEqual({ ...base, clientId: 'changed' });
  });

  test('of a client alone has no callback, and nothing to do when a login comes back', () => {
    const draft = editDraft(draftFromProfile({ ...posted, logoutUri: 'https://app.example.com/' }), {
      responseType: '',
      clientAuth: 'client_secret_basic',
    });
    const { responseMode: _m, cleanUp: _c, ...rest } = posted;
    expect(profileFromDraft(draft, 'posted', posted)).toEqual({
      ...rest,
      ...{ responseType: '', clientAuth: 'client_secret_basic', callback: '', intercept: false, watchRequests: false },
    });
    expect(editDraft(draft, { callback: 'myapp://cb' }).watchRequests).toBe(false);
  });

  test('loses a sign-out URL that was emptied', () => {
    const base = { ...pool, logoutUri: 'http://localhost:3000/' };
    expect(profileFromDraft(editDraft(draftFromProfile(base), { logoutUri: ' ' }), 'pool', base)).toEqual(pool);
  });

  test('keeps a list of algorithms as it is stored while nobody touches it', () => {
    const base = { ...oidc, idTokenAlgs: [] };
    const draft = draftFromProfile(base);
    expect(profileFromDraft(draft, 'oidc', base).idTokenAlgs).toEqual([]);
    const written = editDraft(draft, { checking: { ...draft.checking, idTokenAlgs: ' es256, EDDSA es256 ' } });
    expect(profileFromDraft(written, 'oidc', base).idTokenAlgs).toEqual(['ES256', 'EdDSA']);
  });

  test('loses how it was checked once that is emptied', () => {
    const draft = editDraft(draftFromProfile(checked), { checking: noChecking });
    const { trustedOnFirstUse, ...rest } = profileFromDraft(draft, 'checked', checked);
    expect({ ...rest, id: 'oidc' }).toEqual(oidc);
    expect(trustedOnFirstUse).toEqual(checked.trustedOnFirstUse);
  });

  test('is trusted on first use for that issuer alone', () => {
    const draft = editDraft(draftFromProfile(checked), { issuer: 'https://id.example.com' });
    expect(profileFromDraft(draft, 'checked', checked)).not.toHaveProperty('trustedOnFirstUse');
    const back = editDraft(draft, { issuer: ' https://id.example.com/ ' });
    expect(profileFromDraft(back, 'checked', checked).trustedOnFirstUse).toEqual(checked.trustedOnFirstUse);
  });

  test('keeps endpoints that were set otherwise while domain and issuer stay', () => {
    const endpoints = { ...pool.endpoints, jwks: 'https://keys.example.com/jwks' };
    const base = { ...pool, endpoints };
    const draft = draftFromProfile(base);
    expect(profileFromDraft(editDraft(draft, { name: 'n' }), 'pool', base).endpoints).toEqual(endpoints);
    expect(profileFromDraft(editDraft(draft, { prefix: 'p' }), 'pool', base).endpoints).toEqual(
      cognitoEndpoints('https://p.auth.us-east-1.amazoncognito.com', issuer),
    );
  });

  test('loses the discovery document of an issuer that is not its own any more', () => {
    const draft = editDraft(draftFromProfile(oidc), { issuer: 'https://id.example.com' });
    expect(profileFromDraft(draft, oidc.id, oidc)).not.toHaveProperty('metadata');
  });

  test('loses what was unticked, and goes back to the response mode of the provider', () => {
    const off = { responseMode: '', watchRequests: false, intercept: false, cleanUp: [] } as const;
    const draft = editDraft(draftFromProfile(posted), { ...off, cleanUp: [] });
    expect(profileFromDraft(draft, 'oidc', posted)).toEqual(oidc);
  });

  test('loses its pool with the preset, and members that were emptied', () => {
    const draft = editDraft(draftFromProfile({ ...pool, apiBaseUrl: 'https://a.example' }), {
      provider: 'oidc',
      issuer: '',
      apiBaseUrl: ' ',
    });
    const profile = profileFromDraft(draft, 'pool', pool);
    for (const member of ['cognito', 'issuer', 'apiBaseUrl']) expect(profile).not.toHaveProperty(member);
  });
});

describe('a draft', () => {
  test('is trimmed when it is saved, and empty parameters are left out', () => {
    const draft: Draft = {
      ...emptyDraft,
      name: ' n ',
      prefix: ' my-app ',
      region: ' eu-west-1 ',
      clientId: ' c\n',
      callback: ' http://localhost/cb ',
      extraParams: [
        ['', 'x'],
        [' lang ', ' en '],
      ],
    };
    expect(profileFromDraft(draft, 'id')).toMatchObject({
      name: 'n',
      clientId: 'c',
      callback: 'http://localhost/cb',
      extraParams: [['lang', ' en ']],
      endpoints: { authorization: 'https://my-app.auth.eu-west-1.amazoncognito.com/oauth2/authorize' },
      clientAuth: 'none',
      intercept: false,
      watchRequests: false,
      responseType: 'token',
      cognito: { domain: 'https://my-app.auth.eu-west-1.amazoncognito.com', region: 'eu-west-1' },
    });
  });

  test('has the issuer of its pool until somebody writes another', () => {
    const named = editDraft(emptyDraft, { userPoolId: ' eu-central-1_AbC ' });
    expect(named.issuer).toBe('https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbC');
    expect(editDraft(named, { userPoolId: 'eu-central-1_Other' }).issuer).toBe(
      'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Other',
    );
    expect(editDraft(named, { userPoolId: 'nonsense' }).issuer).toBe('');
    const own = editDraft(named, { issuer: 'http://localhost:4100/x' });
    expect(editDraft(own, { userPoolId: 'eu-central-1_Other' }).issuer).toBe('http://localhost:4100/x');
    expect(editDraft(editDraft(own, { issuer: '' }), { userPoolId: 'eu-central-1_Z' }).issuer).toBe('');
  });

  test('knows of a stored profile whether its issuer was written by hand', () => {
    expect(draftFromProfile(pool).isIssuerOwn).toBe(false);
    expect(draftFromProfile(local).isIssuerOwn).toBe(true);
  });

  test('watches requests where the answer comes as a form or goes to an app, and no longer than that', () => {
    const form = editDraft(emptyDraft, { responseMode: 'form_post' });
    const added = editDraft(emptyDraft, { extraParams: [['response_mode', 'form_post']] });
    const app = editDraft(emptyDraft, { callback: ' myapp://callback ' });
    expect([form, added, app].map(({ watchRequests }) => watchRequests)).toEqual([true, true, true]);
    expect(editDraft(form, { responseMode: '' }).watchRequests).toBe(false);
    expect(editDraft(app, { callback: 'https://app.example.com/cb' }).watchRequests).toBe(false);
  });

  test.each(['localhost:3000/cb', 'localhost:', 'javascript:alert(1)', 'http:', 'myapp://cb#x', 'https://a.example'])(
    'does not watch requests for the callback %s',
    (callback) => expect(editDraft(emptyDraft, { callback }).watchRequests).toBe(false),
  );

  test('leaves watching requests to the person who ticked or unticked it', () => {
    const unticked = editDraft(editDraft(emptyDraft, { responseMode: 'form_post' }), { watchRequests: false });
    expect(editDraft(unticked, { callback: 'myapp://callback' }).watchRequests).toBe(false);
    const ticked = editDraft(emptyDraft, { watchRequests: true });
    const there = editDraft(ticked, { responseMode: 'form_post' });
    expect(editDraft(there, { responseMode: '' }).watchRequests).toBe(true);
    expect(editDraft(ticked, { watchRequests: false })).toEqual(emptyDraft);
  });

  test('knows of a stored profile whether its watching was ticked or unticked by hand', () => {
    const isOwn = (change: Partial<Profile>) => draftFromProfile({ ...posted, ...change }).isWatchOwn;
    expect([isOwn({}), isOwn({ watchRequests: false }), isOwn({ responseMode: 'query' })]).toEqual([false, true, true]);
  });

  const domains: [change: Partial<Draft>, found: string | undefined][] = [
    [{ prefix: 'a', region: 'us-east-1' }, 'https://a.auth.us-east-1.amazoncognito.com'],
    [{ prefix: 'a' }, undefined],
    [{ prefix: 'a/b', region: 'us-east-1' }, undefined],
    [{ prefix: 'a.evil.example/', region: 'us-east-1' }, undefined],
    [{ prefix: 'A b', region: 'us-east-1' }, undefined],
    [{ prefix: 'a', region: 'nowhere' }, undefined],
    [{ prefix: 'a', region: 'us-east-1', customDomain: 'auth.example.com' }, 'https://auth.example.com'],
    [{ customDomain: 'http://127.0.0.1:4100' }, 'http://127.0.0.1:4100'],
    [{ customDomain: 'http://auth.example.com' }, undefined],
  ];

  test.each(domains)('with %j has the domain %s', (change, found) => {
    expect(findDomainOrigin({ ...emptyDraft, ...change })).toBe(found);
  });

  test('shows a FIPS domain as a custom one, as prefix and region alone do not name it', () => {
    expect(splitDomain('https://gov.auth-fips.us-gov-west-1.amazoncognito.com')).toEqual({
      prefix: '',
      region: '',
      customDomain: 'gov.auth-fips.us-gov-west-1.amazoncognito.com',
    });
  });
});
