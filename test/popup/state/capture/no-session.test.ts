import { describe, expect, test } from 'vitest';
import { captureLine, captureTitle } from '../../../../popup/state/capture/capture-line.ts';
import { howWords } from '../../../../popup/state/capture/how-captured.ts';
import { missingWords } from '../../../../popup/state/capture/missing-words.ts';
import { findNoSession } from '../../../../popup/state/capture/no-session.ts';
import { noSessionWords } from '../../../../popup/state/capture/no-session-words.ts';
import { whyMissing } from '../../../../popup/state/capture/why-missing.ts';
import { isClientOwn } from '../../../../popup/state/token/client-own.ts';
import { clientOwnWords } from '../../../../popup/state/token/client-own-words.ts';
import { signOutEffects } from '../../../../popup/state/token/sign-out-words.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { capture, now, profile, token } from '../../../support/records.ts';

const silent = (error: string, description?: string): Capture =>
  capture({ silent: true, tokens: {}, error: { error, ...(description !== undefined && { description }) } });

describe('a silent sign-in without a session', () => {
  test('is an answer, not an error', () => {
    expect(findNoSession(silent('login_required'))).toBe('login_required');
    expect(findNoSession(silent('invalid_request', 'login_required'))).toBe('login_required');
    expect(findNoSession(silent('access_denied'))).toBeUndefined();
    expect(findNoSession(capture({ tokens: {}, error: { error: 'login_required' } }))).toBeUndefined();
    const asked = { responseType: 'code', scopes: [], redirectUri: '', prompt: 'none' };
    const { silent: _, ...rest } = silent('consent_required');
    expect(findNoSession({ ...rest, request: asked })).toBe('consent_required');
  });

  test('is listed without red', () => {
    expect(captureLine(silent('login_required'), profile(), now)).toEqual({
      title: 'No token',
      tone: 'skip',
      state: 'silent sign-in: no session',
    });
  });

  test('explains Cognito’s hour, of Cognito alone', () => {
    expect(noSessionWords('login_required', profile()).meaning).toContain('one hour from when the password was typed');
    expect(noSessionWords('login_required', profile({ provider: 'oidc' })).meaning).not.toContain('hour');
  });
});

describe('a token of a client alone', () => {
  const { request: _, ...client } = capture({
    source: 'token_endpoint',
    callback: '',
    params: [],
    tokens: { access_token: token({ sub: 'client' }) },
  });

  test('has no user, hence no ID token and no refresh token', () => {
    expect(isClientOwn(client)).toBe(true);
    expect(isClientOwn({ ...client, origin: 'pasted' })).toBe(false);
    expect(whyMissing(client, profile(), 'id_token')).toBe('client');
    expect(missingWords(client, profile(), 'id_token')).toContain('no user signed in');
    expect(missingWords(client, profile(), 'refresh_token')).toContain('asking again');
  });

  test('is named for what it is', () => {
    expect(captureTitle(client)).toBe('The client itself');
    expect(howWords(client)).toBe('from the token endpoint, for the client itself');
    expect(clientOwnWords(client)).toContain('Hence there is no ID token, no refresh token, and no userInfo.');
    const more = clientOwnWords({ tokens: { id_token: 'i', access_token: 'a' } });
    expect(more).toContain('Hence there is no refresh token and no userInfo. Yet the answer brought an ID token');
  });
});

test('an answer with a code alone says so', () => {
  expect(howWords(capture({ source: 'query', params: [['code', 'x']] }))).toBe('code from the query of');
  expect(howWords(capture({ silent: true }))).toBe('silently, from the fragment of');
  expect(howWords(capture())).toBe('from the fragment of');
});

test('a sign-out says what it leaves: tokens, another provider’s session, captures', () => {
  for (const provider of ['cognito', 'oidc'] as const) {
    const said = signOutEffects({ provider }).stays.join(' ');
    for (const part of ['until they expire', 'identity provider', 'captures here']) expect(said).toContain(part);
  }
});
