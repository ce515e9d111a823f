import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type LinkProblem,
  type ProfileLinkRead,
  parseProfileLink,
  profileLink,
} from '../../../src/handover/profile-share-link.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { profile } from '../../support/records.ts';

const address =
  'https://demo.auth.us-east-1.amazoncognito.com/oauth2/authorize?response_type=token&client_id=1example23456789abcdefghij&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback&scope=openid%20email';
const back = (one: Profile): ProfileLinkRead => ({
  kind: 'profile',
  profile: { ...one, id: 'shared' },
  leftOut: [],
  differences: [],
  rest: expect.any(String),
});
const linkTo = (value: unknown) =>
  `${address}#claimcheck=${Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')}`;
const { id: _id, ...bare } = profile();

describe('a link to a profile', () => {
  test('starts with the authorize URL without what is new for each sign-in', () => {
    const { text } = profileLink(profile({ responseType: 'code', extraParams: [['prompt', 'login']] }));
    expect(text.split('#')[0]).toBe(`${address.replace('=token', '=code')}&prompt=login`);
    expect(text).toMatch(/#claimcheck=[\w-]+$/);
  });

  test('holds no id and no secret, and says what was left out', () => {
    const { text, leftOut } = profileLink(profile({ extraParams: [['client_secret', 's3cr3t']] }));
    expect(leftOut).toEqual(['client_secret']);
    const data = Buffer.from(text.split('#claimcheck=')[1] ?? '', 'base64url').toString();
    expect(JSON.parse(data)).toEqual({ version: 1, profile: bare });
    expect(`${text}${data}`).not.toContain('s3cr3t');
  });

  test('keeps a query that the endpoint has of its own', () => {
    const endpoints = { authorization: 'https://id.example.com/authorize?p=policy' };
    const made = profileLink(profile({ provider: 'oidc', endpoints }));
    expect(made.text.split('#')[0]).toMatch(/^https:\/\/id\.example\.com\/authorize\?p=policy&response_type=token/);
    expect(parseProfileLink(made.text)).toEqual(back(profile({ provider: 'oidc', endpoints })));
  });

  test.each<[what: string, over: Partial<Profile>, start: string]>([
    ['its issuer', {}, 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE'],
    [
      'an endpoint',
      { endpoints: { authorization: '', token: 'https://id.example.com/token?x=1' } },
      'https://id.example.com/token',
    ],
  ])('without a sign-in starts with %s', (_what, over, start) => {
    const { issuer: _issuer, ...none } = profile();
    const one = over.endpoints ? { ...none, ...over, responseType: '' } : profile({ responseType: '' });
    const { text } = profileLink(one);
    expect(text.split('#')[0]).toBe(start);
    expect(parseProfileLink(text)).toEqual(back(one));
  });

  test('brings the profile back, whatever is in it', () => {
    const text = fc.string({ unit: 'binary' });
    const any = fc.record({
      name: text,
      clientId: text,
      callback: text,
      scopes: fc.array(text),
      extraParams: fc.array(fc.tuple(text, text)),
    });
    fc.assert(
      fc.property(any, (over) => {
        const read = parseProfileLink(profileLink(profile(over)).text);
        expect(read).toMatchObject({ kind: 'profile', profile: { name: over.name, scopes: over.scopes } });
      }),
    );
  });

  const { text: link } = profileLink(profile());
  test.each([
    ['as it is', link],
    ['in white space', `\n  ${link}  \n`],
    ['in angle brackets', `<${link}>`],
    ['in quotes', `“${link}”`],
    ['at the end of a sentence', `Try ${link}.`],
    ['in a chat', `<${link}|our pool>`],
    ['broken by a mail', link.replace(/(#claimcheck=.{70})(.{70})/, '$1\r\n$2\r\n')],
    ['followed by a signature', `${link}\n\nRegards,\nAda`],
    ['broken and followed by a signature', `${link.replace(/(#claimcheck=.{70})/, '$1\n')}\n--\nAda`],
    ['with its address encoded once more', encodeURIComponent(link)],
    ['with padding', `${link}==`],
  ])('is read %s', (_what, text) => {
    expect(parseProfileLink(text)).toEqual(back(profile()));
  });

  const damaged: [what: string, text: string, problem: LinkProblem][] = [
    ['has nothing behind the sign', `${address}#claimcheck=`, { id: 'empty' }],
    ['lost its end', link.slice(0, -40), { id: 'broken' }],
    ['lost one character', link.slice(0, -1), { id: 'broken' }],
    [
      'has a foreign character',
      link.replace(/(#claimcheck=.{9}).(.+)/, '$1*$2'),
      { id: 'character', at: 10, detail: '*' },
    ],
    [
      'has a foreign letter',
      link.replace(/(#claimcheck=.{9}).(.+)/, '$1😀$2'),
      { id: 'character', at: 10, detail: '😀' },
    ],
    ['is no JSON', linkTo('{"version":1,}'), { id: 'broken' }],
    ['is no text', `${address}#claimcheck=_____w`, { id: 'not_text' }],
    ['is of a newer version', linkTo({ version: 2, profile: bare }), { id: 'version', detail: '2' }],
    ['names no version', linkTo({ profile: bare }), { id: 'shape', detail: '' }],
    ['names an older version', linkTo({ version: 0, profile: bare }), { id: 'shape', detail: '' }],
    ['names a version in words', linkTo({ version: '2', profile: bare }), { id: 'shape', detail: '' }],
    ['is null', linkTo('null}'.slice(0, 4)), { id: 'shape', detail: '' }],
    ['has no profile', linkTo({ version: 1 }), { id: 'shape', detail: '' }],
    ['lacks a member', linkTo({ version: 1, profile: { ...bare, callback: 1 } }), { id: 'shape', detail: 'callback' }],
    ['is broken in a mail', `<${link.slice(0, -9)}>\n\nSee you! Ada`, { id: 'broken' }],
    ['is broken in a sentence', `See ${link.slice(0, -9)} there!`, { id: 'broken' }],
    ['is too long', `${link}${'A'.repeat(200_000)}`, { id: 'too_long' }],
  ];
  test.each(damaged)('that %s says so, and leaves the address', (_what, text, problem) => {
    expect(parseProfileLink(text)).toEqual({ kind: 'damaged', problem, rest: address });
  });

  test.each(['', 'https://id.example.com/', `${address}#state=1`, 'claimcheck', '#claimcheck'])(
    'is not found in “%s”',
    (text) => {
      expect(parseProfileLink(text)).toEqual({ kind: 'none' });
    },
  );

  test('that lies says where its address differs: the profile counts', () => {
    const text = link
      .replace('client_id=1example23456789abcdefghij', 'client_id=other')
      .replace('&scope=openid%20email', '&prompt=none')
      .replace('demo.auth', 'evil.auth');
    expect(parseProfileLink(text)).toEqual({
      kind: 'profile',
      profile: { ...profile(), id: 'shared' },
      leftOut: [],
      differences: [
        {
          name: 'address',
          inAddress: 'https://evil.auth.us-east-1.amazoncognito.com/oauth2/authorize',
          inProfile: 'https://demo.auth.us-east-1.amazoncognito.com/oauth2/authorize',
        },
        { name: 'client_id', inAddress: 'other', inProfile: '1example23456789abcdefghij' },
        { name: 'prompt', inAddress: 'none' },
        { name: 'scope', inProfile: 'openid email' },
      ],
      rest: text.split('#')[0],
    });
  });

  test('that stands behind an address without a host shows that address', () => {
    const [, fragment] = link.split('#');
    const read = parseProfileLink(`javascript:alert(1)?x=1#${fragment}`);
    expect(read).toMatchObject({
      differences: expect.arrayContaining([
        expect.objectContaining({ name: 'address', inAddress: 'javascript:alert(1)' }),
      ]),
    });
  });

  test.each(['Look: %s', '"%s"', 'a\n%s', 'see https://id.example.com/ and %s'])(
    'that lies is found out in “%s”',
    (text) => {
      const lie = link.replace('client_id=1example', 'client_id=2example');
      const differences = [
        { name: 'client_id', inAddress: '2example23456789abcdefghij', inProfile: profile().clientId },
      ];
      expect(parseProfileLink(text.replace('%s', lie))).toMatchObject({ differences });
      expect(parseProfileLink(encodeURIComponent(lie))).toMatchObject({ differences });
    },
  );

  test('that was opened, so that it stands at the sign-in page, does not lie', () => {
    const opened = link.replace('/oauth2/authorize', '/login').replace('?', '?state=abc&');
    expect(parseProfileLink(opened)).toEqual(back(profile()));
  });

  test('is read without throwing, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, data) => {
        const read = parseProfileLink(`${before}#claimcheck=${data}`);
        expect(['damaged', 'profile']).toContain(read.kind);
      }),
    );
  });

  test('brings no secret in, whoever wrote it', () => {
    const text = linkTo({ version: 1, profile: { ...bare, extraParams: [['password', 's3cr3t']], secret: 'x' } });
    expect(parseProfileLink(text)).toEqual({ ...back(profile()), leftOut: ['password', 'secret'] });
  });
});
