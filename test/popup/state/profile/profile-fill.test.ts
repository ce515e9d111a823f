import { describe, expect, test } from 'vitest';
import { signInLine } from '../../../../popup/editor/fill-words.ts';
import { type Draft, editDraft, emptyDraft } from '../../../../popup/state/profile/profile-draft.ts';
import {
  changeProvider,
  discoveredDomain,
  fillFromDiscovery,
  fillFromIssuer,
  fillFromSignIn,
} from '../../../../popup/state/profile/profile-fill.ts';
import type { Discovered } from '../../../../src/messages.ts';
import { cognitoEndpoints } from '../../../../src/provider/cognito.ts';
import { type IssuerAddress, readSignInUrl, type SignIn } from '../../../../src/provider/sign-in-url.ts';

function signIn(text: string): SignIn {
  const read = readSignInUrl(text);
  if (read.kind !== 'sign_in') throw new Error(`no sign-in: ${text}`);
  return read;
}

function issuerOf(text: string): IssuerAddress {
  const read = readSignInUrl(text);
  if (read.kind !== 'issuer') throw new Error(`no issuer: ${text}`);
  return read;
}

type Found = Extract<Discovered, { ok: true }>;
const discovered = (authorization: string | undefined, others: Found['endpoints'] = {}): Found => ({
  ok: true,
  issuer: 'unused',
  endpoints: { ...(authorization !== undefined && { authorization }), ...others },
  metadata: { fetchedAt: 1, document: {} },
});

const hosted =
  'https://demo.auth.us-east-1.amazoncognito.com/login?client_id=abc&response_type=token&scope=openid&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb';

describe('a sign-in URL', () => {
  test('fills what it says, and the name', () => {
    const { draft, fields } = fillFromSignIn(emptyDraft, signIn(hosted), []);
    expect(draft).toEqual({
      ...emptyDraft,
      responseType: 'token',
      name: 'demo',
      prefix: 'demo',
      region: 'us-east-1',
      clientId: 'abc',
      callback: 'http://localhost:3000/cb',
      scopes: ['openid'],
    });
    expect(fields).toEqual(['provider', 'prefix', 'region', 'clientId', 'callback', 'responseType', 'scopes']);
  });

  test('leaves a name that is there, and makes one that is free', () => {
    expect(fillFromSignIn({ ...emptyDraft, name: 'mine' }, signIn(hosted), []).draft.name).toBe('mine');
    expect(fillFromSignIn(emptyDraft, signIn(hosted), ['Demo', 'demo 2']).draft.name).toBe('demo 3');
  });

  test('of a custom domain takes the place of prefix and region, and the other way round', () => {
    const before = { ...emptyDraft, prefix: 'old', region: 'eu-west-1' };
    const custom = fillFromSignIn(before, signIn('http://127.0.0.1:4100/login?client_id=abc'), []);
    expect(custom.draft).toMatchObject({ customDomain: 'http://127.0.0.1:4100', name: '127.0.0.1:4100' });
    expect(custom.fields).toEqual(['provider', 'customDomain', 'clientId']);
    expect(fillFromSignIn(custom.draft, signIn(hosted), []).draft).toMatchObject({ customDomain: '', prefix: 'demo' });
  });

  test('keeps a pool id that was entered before', () => {
    const before = editDraft(emptyDraft, { userPoolId: 'us-east-1_AbC' });
    expect(fillFromSignIn(before, signIn(hosted), []).draft).toMatchObject({
      userPoolId: 'us-east-1_AbC',
      issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC',
    });
  });

  test('of another provider takes its authorization endpoint', () => {
    const { draft, fields } = fillFromSignIn(
      emptyDraft,
      signIn('https://id.example.com/oauth2/v1/authorize?client_id=abc&audience=api'),
      [],
    );
    expect(draft).toMatchObject({
      provider: 'oidc',
      name: 'id.example.com',
      endpoints: { ...emptyDraft.endpoints, authorization: 'https://id.example.com/oauth2/v1/authorize' },
      extraParams: [['audience', 'api']],
    });
    expect(fields).toEqual(['provider', 'authorization', 'clientId', 'extraParams']);
  });

  test('with secrets and tokens among its parameters fills the others alone', () => {
    const secrets = 'client_secret=s&id_token_hint=eyJhbGciOiJub25lIn0.e30.&hint=eyJhbGciOiJub25lIn0.e30.';
    const read = signIn(`https://id.example.com/authorize?client_id=abc&${secrets}&audience=api`);
    const { draft } = fillFromSignIn(emptyDraft, read, []);
    expect(draft.extraParams).toEqual([['audience', 'api']]);
    expect(signInLine(read, draft, 4)).toMatchObject({
      tone: 'warn',
      text: expect.stringContaining('It carries client_secret, id_token_hint, and hint, left out here'),
    });
  });

  test('to a native app with a posted answer fills callback and response mode, and watches requests', () => {
    const text = 'https://id.example.com/authorize?client_id=a&redirect_uri=myapp%3A%2F%2Fcallback';
    const { draft, fields } = fillFromSignIn(emptyDraft, signIn(`${text}&response_mode=form_post`), []);
    expect(draft).toMatchObject({
      callback: 'myapp://callback',
      responseMode: 'form_post',
      extraParams: [],
      watchRequests: true,
    });
    expect(fields).toContain('responseMode');
    expect(fillFromSignIn(draft, signIn(text), []).draft.responseMode).toBe('form_post');
    const other = signIn('https://other.example/authorize?client_id=a&redirect_uri=https%3A%2F%2Fa.example');
    expect(fillFromSignIn(draft, other, []).draft).toMatchObject({ responseMode: '', watchRequests: false });
  });

  const types: [asked: string, filled: string][] = [
    ['token', 'token'],
    ['id_token', 'id_token'],
    ['id_token+token', 'id_token token'],
    ['token%20id_token', 'id_token token'],
    ['code', 'code'],
    ['id_token+code', 'code id_token'],
    ['code+token', 'code token'],
    ['token+id_token+code', 'code id_token token'],
  ];

  test.each(types)('with response_type=%s fills the flow %s, of Cognito too', (asked, responseType) => {
    const read = signIn(`https://id.example.com/authorize?client_id=a&response_type=${asked}&response_mode=query`);
    const { draft, fields } = fillFromSignIn(emptyDraft, read, []);
    expect(draft).toMatchObject({ responseType, responseMode: 'query' });
    expect(fields).toContain('responseType');
    const ofPool = signIn(hosted.replace('=token', `=${asked}`));
    expect(fillFromSignIn(emptyDraft, ofPool, []).draft.responseType).toBe(responseType);
  });

  const modes: [search: string, responseMode: string][] = [
    ['response_type=token&response_mode=query', 'query'],
    ['response_type=code&response_mode=query', 'query'],
    ['response_type=code+id_token&response_mode=fragment', 'fragment'],
    ['response_mode=query', 'query'],
    ['response_type=code&response_mode=fragment', 'fragment'],
    ['response_type=token&response_mode=web_message', ''],
  ];

  test.each(modes)('with %s has the response mode "%s"', (search, responseMode) => {
    const read = signIn(`https://id.example.com/authorize?client_id=a&${search}`);
    expect(fillFromSignIn(emptyDraft, read, []).draft).toMatchObject({ responseMode, extraParams: [] });
  });

  test('of Cognito has no response mode', () => {
    const before: Draft = { ...emptyDraft, provider: 'oidc', responseMode: 'form_post', watchRequests: true };
    const { draft, fields } = fillFromSignIn(before, signIn(`${hosted}&response_mode=form_post`), []);
    expect(draft).toMatchObject({ responseMode: '', watchRequests: false, extraParams: [] });
    expect(fields).not.toContain('responseMode');
  });

  test('does not inherit the issuer and endpoints of a provider that was there before', () => {
    const other: Draft = {
      ...emptyDraft,
      provider: 'oidc',
      issuer: 'https://other.example',
      isIssuerOwn: true,
      endpoints: { ...emptyDraft.endpoints, authorization: 'https://other.example/a', jwks: 'https://other.example/k' },
    };
    expect(fillFromSignIn(other, signIn(hosted), []).draft).toMatchObject({ issuer: '', isIssuerOwn: false });
    const next = fillFromSignIn(other, signIn('https://id.example.com/authorize?client_id=a'), []).draft;
    expect(next).toMatchObject({
      issuer: '',
      endpoints: { authorization: 'https://id.example.com/authorize', jwks: '' },
    });
    const same = fillFromSignIn(other, signIn('https://other.example/x/authorize?client_id=a'), []).draft;
    expect(same).toMatchObject({ issuer: 'https://other.example', endpoints: { jwks: 'https://other.example/k' } });
  });

  test('that asks for what no flow is leaves the flow as it is', () => {
    const { draft, fields } = fillFromSignIn(emptyDraft, signIn(hosted.replace('=token', '=none')), []);
    expect(draft.responseType).toBe('token');
    expect(fields).not.toContain('responseType');
  });

  test('is a sign-in, also where the form was of a client alone', () => {
    const alone = { ...emptyDraft, responseType: '' };
    expect(fillFromSignIn(alone, signIn(hosted.replace('&response_type=token', '')), []).draft.responseType).toBe(
      'code',
    );
  });

  test('takes the query from a flow that now brings tokens', () => {
    const before: Draft = {
      ...emptyDraft,
      provider: 'oidc',
      responseMode: 'query',
      endpoints: { ...emptyDraft.endpoints, authorization: 'https://id.example.com/authorize' },
    };
    const hybrid = signIn('https://id.example.com/authorize?client_id=a&response_type=code+id_token');
    expect(fillFromSignIn(before, hybrid, []).draft.responseMode).toBe('');
  });
});

describe('an issuer', () => {
  test('makes a profile of any provider', () => {
    const { draft, fields } = fillFromIssuer(emptyDraft, issuerOf('https://id.example.com/tenant'), []);
    expect(draft).toMatchObject({ provider: 'oidc', issuer: 'https://id.example.com/tenant', name: 'id.example.com' });
    expect(fields).toEqual(['provider', 'issuer']);
  });

  test('of a pool makes one of Cognito, the updated issuer too', () => {
    for (const host of ['cognito-idp', 'issuer-cognito-idp']) {
      const issuer = `https://${host}.us-east-1.amazonaws.com/us-east-1_AbC`;
      expect(fillFromIssuer({ ...emptyDraft, provider: 'oidc' }, issuerOf(issuer), []).draft).toMatchObject({
        provider: 'cognito',
        userPoolId: 'us-east-1_AbC',
        issuer,
        isIssuerOwn: host !== 'cognito-idp',
      });
    }
  });
});

describe('discovery', () => {
  const pool = editDraft(emptyDraft, { userPoolId: 'us-east-1_AbC' });

  test('fills the endpoints that it names and leaves the others', () => {
    const before: Draft = {
      ...emptyDraft,
      provider: 'oidc',
      issuer: ' https://id.example.com ',
      endpoints: { ...emptyDraft.endpoints, token: 'https://id.example.com/mine' },
    };
    const found = discovered('https://id.example.com/a', { jwks: 'https://id.example.com/k' });
    const { draft, fields } = fillFromDiscovery(before, found);
    expect(draft.endpoints).toEqual({
      ...before.endpoints,
      authorization: 'https://id.example.com/a',
      jwks: 'https://id.example.com/k',
    });
    expect(draft.discovered).toEqual({ issuer: 'https://id.example.com', metadata: found.metadata });
    expect(fields).toEqual(['authorization', 'jwks']);
  });

  test.each([
    [['code', 'id_token', 'token id_token'], 'token', 'id_token token'],
    [['code', 'id_token'], 'id_token token', 'id_token'],
    [['code', 'id_token token'], 'id_token token', 'id_token token'],
    [['code'], 'token', 'token'],
    [['code', 'id_token'], 'code', 'code'],
    [undefined, 'token', 'token'],
  ])('that offers %j turns the flow %s into %s', (offered, before, after) => {
    const found = discovered('https://id.example.com/a');
    Object.assign(found.metadata.document, { response_types_supported: offered });
    const own: Draft = { ...emptyDraft, provider: 'oidc', issuer: 'https://id.example.com', responseType: before };
    const { draft, fields } = fillFromDiscovery(own, found);
    expect(draft.responseType).toBe(after);
    expect(fields.includes('responseType')).toBe(before !== after);
  });

  test('of a pool fills the domain, unless there is one', () => {
    const found = discovered('https://demo.auth.us-east-1.amazoncognito.com/oauth2/authorize');
    expect(fillFromDiscovery(pool, found)).toMatchObject({
      draft: { prefix: 'demo', region: 'us-east-1' },
      fields: ['prefix', 'region'],
    });
    const named = { ...pool, customDomain: 'auth.example.com' };
    expect(fillFromDiscovery(named, found)).toMatchObject({ draft: { customDomain: 'auth.example.com' }, fields: [] });
  });

  test('of a pool without a domain names none', () => {
    expect(discoveredDomain(discovered('https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC/authorize'))).toBe(
      undefined,
    );
    expect(discoveredDomain(discovered(undefined))).toBe(undefined);
  });
});

describe('another preset', () => {
  test('takes the endpoints of the domain along', () => {
    const cognito = editDraft(emptyDraft, { customDomain: 'auth.example.com', userPoolId: 'us-east-1_AbC' });
    expect(changeProvider(cognito, 'oidc')).toMatchObject({
      provider: 'oidc',
      issuer: cognito.issuer,
      endpoints: cognitoEndpoints('https://auth.example.com', cognito.issuer),
    });
    expect(changeProvider(emptyDraft, 'oidc').endpoints).toEqual(emptyDraft.endpoints);
  });

  test('of Cognito has no response mode, and no request to watch for it', () => {
    const posted = editDraft({ ...emptyDraft, provider: 'oidc' }, { responseMode: 'form_post' });
    expect(changeProvider(posted, 'cognito')).toEqual(emptyDraft);
  });

  test('of any other provider takes a code in place of Cognito’s implicit flow', () => {
    expect(changeProvider({ ...emptyDraft, responseType: 'token' }, 'oidc').responseType).toBe('code');
    expect(changeProvider({ ...emptyDraft, responseType: 'code' }, 'oidc').responseType).toBe('code');
  });

  test('of Cognito has its one implicit flow, and leaves another flow as it is', () => {
    const asks = (responseType: string): Draft => ({ ...emptyDraft, provider: 'oidc', responseType });
    expect(changeProvider(asks('id_token token'), 'cognito').responseType).toBe('token');
    expect(changeProvider(asks('code'), 'cognito').responseType).toBe('code');
    expect(changeProvider(asks('code id_token'), 'cognito').responseType).toBe('code');
    expect(changeProvider(asks(''), 'cognito').responseType).toBe('');
    expect(changeProvider(asks('id_token'), 'oidc').responseType).toBe('id_token');
    expect(changeProvider(asks('token'), 'oidc').responseType).toBe('token');
  });
});
