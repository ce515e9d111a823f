import { describe, expect, test } from 'vitest';
import { cognitoErrors } from '../../../src/provider/cognito-errors.ts';
import type { ErrorPlace, SeenError } from '../../../src/provider/error-words.ts';
import { explainError, explainErrorAt, explainUserinfoError } from '../../../src/provider/explain-error.ts';
import { oauthErrors } from '../../../src/provider/oauth-errors.ts';
import { profile } from '../../support/records.ts';

const cognito = profile();
const other = profile({ provider: 'oidc' });

describe('an error of Cognito', () => {
  const rows: [where: ErrorPlace, seen: SeenError, heading: RegExp, path: string | undefined][] = [
    [
      'error_page',
      { error: 'redirect_mismatch', names: ['error', 'client_id'] },
      /callback URL/,
      'Allowed callback URLs',
    ],
    [
      'error_page',
      { error: 'invalid_request', names: ['error', 'client_id'] },
      /know the app client/,
      'Identity providers',
    ],
    ['error_page', { error: 'Required parameters missing', names: ['error'] }, /parameter of the request/, undefined],
    ['logout', { error: 'Required parameters missing' }, /parameter of the sign-out/, undefined],
    [
      'error_page',
      {
        error: 'invalid_request',
        description: "Required String parameter 'redirect_uri' is not present",
        names: ['client_id', 'logout_uri'],
      },
      /sign-out URL/,
      'Allowed sign-out URLs',
    ],
    [
      'error_page',
      { error: 'invalid_request', description: "Required String parameter 'redirect_uri' is not present" },
      /sign-out URL/,
      'Allowed sign-out URLs',
    ],
    [
      'logout',
      { description: "Required String parameter 'redirect_uri' is not present" },
      /sign-out URL/,
      'Allowed sign-out URLs',
    ],
    [
      'login_page',
      { status: 403, description: 'Login pages unavailable. Please contact an administrator.' },
      /no login pages/,
      'Managed login',
    ],
    ['login_page', { status: 403 }, /no login pages/, 'Managed login'],
    ['login_page', { description: 'Something went wrong' }, /open too long/, undefined],
    ['domain', {}, /does not answer/, 'Domain'],
    ['domain', { status: 400 }, /does not answer/, 'Domain'],
    ['authorize', { status: 400 }, /empty page/, undefined],
    ['authorize', { description: 'blocked by CORS policy' }, /is a page/, undefined],
    ['authorize', { error: 'invalid_request', description: 'invalid_scope' }, /scope is not/, 'OpenID Connect scopes'],
    ['authorize', { error: 'invalid_scope' }, /scope is not/, 'OpenID Connect scopes'],
    [
      'authorize',
      { error: 'invalid_request', description: 'unauthorized_client' },
      /the flow/,
      'OAuth 2.0 grant types',
    ],
    ['authorize', { error: 'unauthorized_client' }, /the flow/, 'OAuth 2.0 grant types'],
    ['authorize', { error: 'invalid_request' }, /could not read/, 'Edit'],
    [
      'authorize',
      { error: 'invalid_request', description: 'code_challenge_method is missing' },
      /could not read/,
      'Edit',
    ],
    ['authorize', { error: 'server_error' }, /Cognito failed/, undefined],
    ['authorize', { error: 'login_required' }, /Nobody is signed in/, undefined],
    [
      'authorize',
      { error: 'invalid_request', description: 'Google Error - 400 invalid_grant' },
      /other identity provider/,
      'Social and external providers',
    ],
    [
      'authorize',
      { error: 'invalid_request', description: 'Okta+Error+-+401+invalid_client' },
      /other identity provider/,
      'Social and external providers',
    ],
    [
      'authorize',
      { error: 'invalid_request', description: 'Timeout occurred in calling IdP token endpoint' },
      /other identity provider/,
      'Social and external providers',
    ],
    [
      'authorize',
      { error: 'invalid_request', description: 'Connection reset' },
      /other identity/,
      'Social and external providers',
    ],
    [
      'authorize',
      { error: 'invalid_request', description: 'Read timed out' },
      /other identity/,
      'Social and external providers',
    ],
    [
      'authorize',
      { error: 'invalid_request', description: 'Already+found+an+entry+for+username+Google_1' },
      /accounts were linked/,
      undefined,
    ],
    [
      'authorize',
      { error: 'invalid_request', description: 'PreSignUp failed with error not on the list' },
      /Lambda trigger/,
      'Lambda triggers',
    ],
    ['authorize', { error: 'unsupported_response_type' }, /this response type/, undefined],
    ['authorize', { error: 'access_denied' }, /denied access/, undefined],
    ['token', { status: 405 }, /POST only/, undefined],
    ['token', { status: 400, error: 'invalid_request' }, /could not read/, undefined],
    ['token', { status: 400, error: 'invalid_client' }, /secret is wrong/, 'App client information'],
    [
      'token',
      { status: 400, error: 'invalid_client', description: 'invalid_client_secret' },
      /has a secret/,
      'App clients',
    ],
    ['token', { status: 400, error: 'invalid_grant' }, /not good any more/, 'Attribute permissions'],
    [
      'token',
      { error: 'invalid_grant', description: 'no read permission on attribute' },
      /may not read/,
      'Attribute permissions',
    ],
    [
      'token',
      { error: 'unauthorized_client', description: 'invalid_redirect' },
      /Another redirect_uri/,
      'Allowed callback URLs',
    ],
    ['token', { error: 'unauthorized_client' }, /does not allow this/, 'OAuth 2.0 grant types'],
    ['token', { error: 'unsupported_grant_type' }, /this grant/, undefined],
    ['token', { error: 'invalid_scope' }, /client_credentials/, 'Custom scopes'],
    [
      'api',
      { error: 'ResourceNotFoundException', description: 'User pool client 1example does not exist.' },
      /does not know the app client/,
      'App client information',
    ],
    [
      'api',
      { status: 400, error: 'NotAuthorizedException', description: 'Access Token does not have required scopes' },
      /aws\.cognito\.signin\.user\.admin/,
      'OpenID Connect scopes',
    ],
    [
      'revoke',
      { status: 400, error: 'invalid_request' },
      /does not allow revocation/,
      'Advanced security configurations',
    ],
    ['revoke', { status: 400, error: 'unsupported_token_type' }, /Only a refresh token/, undefined],
    ['revoke', { status: 401, error: 'invalid_client' }, /secret is wrong/, 'App client information'],
    [
      'userinfo',
      { status: 401, error: 'invalid_token', description: 'Access token does not contain openid scope' },
      /lacks the scope openid/,
      'OpenID Connect scopes',
    ],
    [
      'userinfo',
      {
        status: 401,
        error: 'invalid_token',
        description: 'Access token is expired, disabled, or deleted, or the user has globally signed out.',
      },
      /refused the access token/,
      undefined,
    ],
    [
      'userinfo',
      { status: 400, error: 'invalid_request', description: 'Bad OAuth2 request at UserInfo Endpoint' },
      /could not read the token/,
      undefined,
    ],
    ['discovery', { status: 400 }, /not lie on the domain/, 'Overview'],
    ['discovery', { description: "'<' is an invalid start of a value" }, /not lie on the domain/, 'Overview'],
    ['discovery', { description: 'CORS No Allow Credentials' }, /with credentials/, undefined],
  ];

  test.each(rows)('at %s, %j, is told as it is meant', (where, seen, heading, last) => {
    const words = explainErrorAt(where, seen, cognito);
    expect(words.heading).toMatch(heading);
    expect(words.consolePath?.at(-1)).toBe(last);
    expect(words.consolePath ?? []).not.toContain('<client>');
  });

  test('names the app client in the way through the console', () => {
    const { consolePath } = explainErrorAt('token', { error: 'unsupported_grant_type' }, cognito);
    expect(consolePath).toBeUndefined();
    expect(explainErrorAt('token', { error: 'invalid_scope' }, cognito).consolePath?.[1]).toBe(cognito.clientId);
    expect(explainErrorAt('token', { error: 'invalid_scope' }, profile({ clientId: '' })).consolePath?.[1]).toBe(
      'your client',
    );
  });

  test('on its own page is known after its profile was deleted, and never at the callback of another', () => {
    const page = {
      error: { error: 'redirect_mismatch' },
      params: [['error', 'redirect_mismatch'] satisfies [string, string]],
    };
    const events = [{ at: 1, kind: 'provider_error_page' }];
    const words = explainError(undefined, { ...page, events });
    expect(words.heading).toMatch(/callback URL is not on the list/);
    expect(words.consolePath?.slice(0, 3)).toEqual(['App clients', 'your client', 'Login pages']);
    expect(explainError(other, page).heading).toBe('The provider answered with an error');
  });

  test('on its page that is one of the callback is told as such', () => {
    const events = [{ at: 1, kind: 'provider_error_page' }];
    const words = explainError(cognito, { error: { error: 'unauthorized_client' }, events });
    expect(words.heading).toMatch(/does not allow the flow/);
  });
});

test('an error of the token endpoint is told as such, also when it was pasted', () => {
  const seen = { error: { error: 'invalid_grant' }, source: 'token_endpoint' } as const;
  expect(explainError(cognito, seen).heading).toBe('The code or refresh token is not good any more');
  expect(explainError(other, { ...seen, error: { error: 'strange' } }).heading).toBe('The provider gave no tokens');
});

test('whoever pressed a button of ours is not told how to send a token', () => {
  for (const one of [cognito, other]) {
    expect(explainUserinfoError({ error: 'invalid_request' }, one).todo).toBe('Sign in again for a fresh one.');
  }
});

describe('an error of the specifications', () => {
  const codes: Record<'authorize' | 'token' | 'userinfo' | 'revoke', string> = {
    authorize:
      'invalid_request unauthorized_client access_denied unsupported_response_type invalid_scope server_error ' +
      'temporarily_unavailable interaction_required login_required account_selection_required consent_required ' +
      'invalid_request_uri invalid_request_object request_not_supported request_uri_not_supported ' +
      'registration_not_supported invalid_target invalid_authorization_details unmet_authentication_requirements',
    token:
      'invalid_request invalid_client invalid_grant unauthorized_client unsupported_grant_type invalid_scope ' +
      'authorization_pending slow_down access_denied expired_token invalid_target invalid_authorization_details ' +
      'use_dpop_nonce invalid_dpop_proof',
    userinfo:
      'invalid_request invalid_token insufficient_scope use_dpop_nonce invalid_dpop_proof insufficient_user_authentication',
    revoke: 'unsupported_token_type invalid_request invalid_client',
  };
  const all = Object.entries(codes).flatMap(([where, list]) => list.split(' ').map((code) => [where, code] as const));

  test.each(all)('at %s, %s, has words of its own', (where, error) => {
    // the keys of the table above
    const words = explainErrorAt(where as ErrorPlace, { error }, other);
    expect(words.meaning).not.toMatch(/none of those/);
    expect(words.consolePath).toBeUndefined();
  });

  const told: [where: ErrorPlace, seen: SeenError, heading: RegExp][] = [
    ['authorize', { error: 'invalid_request', description: 'code_challenge required' }, /wants PKCE/],
    ['authorize', { error: 'invalid_request', description: 'PKCE is required' }, /wants PKCE/],
    ['authorize', { error: 'invalid_request', description: 'redirect_uri not registered' }, /the callback URL/],
    ['authorize', { error: 'invalid_request', description: 'invalid_scope' }, /could not read/],
    ['token', { error: 'invalid_grant', description: 'code_verifier does not match' }, /code_verifier/],
    ['token', { status: 405 }, /no such request/],
    ['revoke', { status: 503 }, /busy/],
  ];
  test.each(told)('at %s, %j, is told by its text or status', (where, seen, heading) => {
    expect(explainErrorAt(where, seen, other).heading).toMatch(heading);
  });

  test('that asks for a scope names it', () => {
    const seen = { error: 'insufficient_scope', scope: 'profile' };
    expect(explainUserinfoError(seen, other).meaning).toBe('userInfo asks for profile.');
    expect(explainUserinfoError({ error: 'insufficient_scope' }, other).meaning).toMatch(/openid/);
  });
});

describe('an error that no catalogue has', () => {
  const strange = ['strange_code', 'constructor', '__proto__', '', 'x'.repeat(5000)];

  test.each(strange)('is not guessed at: %.20s', (error) => {
    for (const one of [cognito, other, undefined]) {
      expect(explainError(one, { error: { error } }).meaning).toMatch(/none of those/);
      expect(explainErrorAt('token', { error }, one).meaning).toMatch(/none of those/);
      expect(explainErrorAt('userinfo', { error, status: 418 }, one).meaning).toMatch(/none of those/);
    }
  });

  test('is told where it belongs, if another place defines it', () => {
    const { meaning } = explainError(other, { error: { error: 'invalid_grant' } });
    expect(meaning).toMatch(/define for this answer\..* The code belongs to the answer of a token endpoint\.$/);
  });
});

describe('the catalogues', () => {
  const rows = [...cognitoErrors, ...oauthErrors].map((entry) => [JSON.stringify(entry.match), entry] as const);

  test.each(rows)('say for %s what happened and what to do', (_match, { words }) => {
    expect(words.heading).toMatch(/^[A-Z].*[^.]$/);
    expect(words.meaning).toMatch(/\.$/);
    expect(words.todo).toMatch(/\.$/);
    expect(Object.values(words).join(' ')).not.toMatch(/\b(?:invalid|oops|please|secure|verified)\b(?!_)/i);
  });

  test('search a long text no further than its beginning', () => {
    const description = `${' '.repeat(50_000)}Read timed out`;
    expect(explainError(cognito, { error: { error: 'invalid_request', description } }).heading).toMatch(
      /could not read/,
    );
  });
});
