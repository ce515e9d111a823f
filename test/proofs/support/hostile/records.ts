import type { Capture, Profile, Verdict } from '../../../../src/protocol/records.ts';
import { capture, profile, token } from '../../../support/records.ts';

type Texts = readonly string[];
export type Case = { id: string; own: Profile; capture: Capture };

/** The same in letters: as long, with the same breaks, and nothing in it but a word. */
export function harmless(texts: Texts): string[] {
  return texts.map((text) => text.replace(/[^\n ]/gu, 'x'));
}

/** One profile and one capture for each place where texts from outside end up. The texts stand in all of it. */
export function casesOf(texts: Texts, callback: string): Case[] {
  const [first = '', second = '', third = ''] = texts;
  const held = token(claimsOf(texts));
  const opaque = texts.join('');
  const description = texts.join(' ');
  const answer = JSON.stringify({ ...claimsOf(texts), sub: 'ada' });
  const challenge = `Bearer realm="${first}", error="invalid_token", error_description="${second}", ${third}`;
  const of = (id: string, over: Partial<Capture>): Case => {
    const own = profileOf(id, texts, callback);
    return { id, own, capture: { ...settled(id, texts, callback), ...over } };
  };
  const at = Date.now();
  return [
    of('claims', {
      tokens: { id_token: held, access_token: held },
      userinfo: { status: 200, body: answer, at, contentType: first, durationMs: 1 },
    }),
    of('opaque', {
      tokens: { id_token: opaque, access_token: opaque, refresh_token: opaque },
      userinfo: { status: 401, body: texts.join('\n'), at, contentType: second, wwwAuthenticate: challenge },
      tokenFailure: {
        kind: 'refused',
        grant: 'refresh_token',
        at,
        status: 400,
        body: opaque,
        error: first,
        description,
      },
    }),
    of('error', { tokens: {}, error: { error: first, description, uri: third } }),
  ];
}

/** Claims that hold the texts as values, as names, within lists and within objects. */
function claimsOf(texts: Texts): Record<string, unknown> {
  const [first, second] = texts;
  const address = texts.find((text) => /^http:\/\/\S+$/.test(text)) ?? first;
  return {
    ...{ name: first, email: second, iss: first },
    // whoever makes links of claims makes them of these
    ...{ picture: address, website: address, profile: address?.replace('http:', 'https:') },
    ...Object.fromEntries(texts.map((text, at) => [`t${at}`, text])),
    ...Object.fromEntries(texts.map((text, at) => [`${text}${at}`, at])),
    'cognito:groups': texts,
    address: { formatted: texts.join('\n'), [first ?? '']: { [second ?? '']: texts } },
    act: { sub: first, act: { sub: second } },
  };
}

function profileOf(id: string, texts: Texts, callback: string): Profile {
  const { issuer: _, ...rest } = profile();
  const [first = '', second = '', third = ''] = texts;
  const document = { issuer: first, scopes_supported: texts, claims_supported: texts, op_policy_uri: third };
  return {
    ...rest,
    ...{ id, callback, name: `${id} ${first}`, provider: 'oidc', clientId: second, scopes: ['openid', ...texts] },
    extraParams: [[first, second]],
    apiBaseUrl: third,
    metadata: { fetchedAt: Date.now(), document },
  };
}

/** Its checks are made, so that nothing is asked of anybody. */
function settled(id: string, texts: Texts, callback: string): Capture {
  const verdict = (check: string, text: string): Verdict => {
    return { check, result: 'fail', token: 'id_token', expected: text, actual: text, reason: text };
  };
  return {
    ...capture({ id, profileId: id, callback, capturedAt: Date.now(), judgedAt: Date.now() }),
    params: [...texts.map((text): [string, string] => [text, text]), ['id_token', ''], ['access_token', '']],
    tokenType: texts[0] ?? '',
    scope: texts.join(' '),
    verdicts: ['iss', 'aud', 'nonce', 'azp'].map((check, at) => verdict(check, texts[at] ?? '')),
    events: texts.slice(0, 40).map((detail, at) => ({ at: Date.now() + at, kind: 'login_page', detail })),
  };
}
