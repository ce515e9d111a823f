import { describe, expect, test } from 'vitest';
import { emptyDraft } from '../../../../popup/state/profile/profile-draft.ts';
import { fillFromRecording } from '../../../../popup/state/profile/profile-fill-recording.ts';
import type { Recording } from '../../../../src/protocol/records.ts';
import { now } from '../../../support/records.ts';

const pool = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC';
const callback = 'http://localhost:3000/cb';
const seen: Recording = {
  startedAt: now - 60_000,
  endedAt: now,
  sites: [],
  signInUrl: `https://id.example.com/authorize?client_id=abc&scope=openid&redirect_uri=${encodeURIComponent(callback)}`,
  callback,
  brought: ['code', 'state'],
  source: 'query',
  issuer: 'https://id.example.com',
};

describe('a login that was watched', () => {
  test('fills a profile of its provider, the issuer trusted on first use', () => {
    const { draft, fields } = fillFromRecording(emptyDraft, seen, []);
    expect(draft).toMatchObject({
      provider: 'oidc',
      name: 'id.example.com',
      clientId: 'abc',
      callback,
      scopes: ['openid'],
      responseType: 'code',
      issuer: 'https://id.example.com',
      trustedOnFirstUse: { issuer: 'https://id.example.com', at: now },
      endpoints: { authorization: 'https://id.example.com/authorize' },
    });
    expect(fields).toEqual(expect.arrayContaining(['clientId', 'callback', 'scopes', 'responseType', 'issuer']));
  });

  test('at a pool takes its id from the issuer, and implicit for what came with an access token', () => {
    const signInUrl = `https://demo.auth.us-east-1.amazoncognito.com/login?client_id=abc&redirect_uri=${callback}`;
    const { draft } = fillFromRecording(
      emptyDraft,
      { ...seen, signInUrl, issuer: pool, brought: ['id_token', 'access_token', 'state'], source: 'fragment' },
      [],
    );
    expect(draft).toMatchObject({
      provider: 'cognito',
      prefix: 'demo',
      userPoolId: 'us-east-1_AbC',
      issuer: pool,
      responseType: 'token',
      responseMode: '',
      trustedOnFirstUse: { issuer: pool },
    });
  });

  const answers: [brought: string[], source: NonNullable<Recording['source']>, type: string, mode: string][] = [
    [['code', 'state'], 'query', 'code', ''],
    [['code', 'id_token'], 'fragment', 'code id_token', ''],
    [['access_token', 'id_token'], 'fragment', 'id_token token', ''],
    [['code', 'access_token', 'id_token'], 'form_post', 'code id_token token', 'form_post'],
    [['error'], 'query', 'code', ''],
  ];

  test.each(answers)('that brought %j in the %s was %s', (brought, source, responseType, responseMode) => {
    expect(fillFromRecording(emptyDraft, { ...seen, brought, source }, []).draft).toMatchObject({
      responseType,
      responseMode,
    });
  });

  test('goes by its request where that was seen, and not by what came of it', () => {
    const signInUrl = `${seen.signInUrl}&response_type=id_token`;
    expect(fillFromRecording(emptyDraft, { ...seen, signInUrl }, []).draft.responseType).toBe('id_token');
  });

  test('of which nothing was seen leaves the form as it is', () => {
    const { draft, fields } = fillFromRecording(emptyDraft, { startedAt: now, sites: [] }, []);
    expect([draft, fields]).toEqual([emptyDraft, []]);
  });
});
