import { describe, expect, test } from 'vitest';
import type { Login } from '../../../../src/protocol/compare/login-facts.ts';
import { findUnrelated, type Unrelated } from '../../../../src/protocol/compare/unrelated.ts';
import type { Capture } from '../../../../src/protocol/records.ts';
import { capture, token } from '../../../support/records.ts';

describe('what unrelated logins are unrelated in', () => {
  const of = (claims: Record<string, unknown>): Capture => capture({ tokens: { id_token: token(claims) } });
  test.each<[what: string, a: Capture, b: Capture, found: string[]]>([
    [
      'the issuer, beside which nothing else counts',
      of({ iss: 'a', sub: '1', aud: 'x' }),
      of({ iss: 'b', sub: '2', aud: 'y' }),
      ['issuer'],
    ],
    ['the client', of({ iss: 'a', sub: '1', aud: 'x' }), of({ iss: 'a', sub: '1', aud: ['y'] }), ['client']],
    [
      'the client that asked, whatever the audience',
      of({ azp: 'x', aud: ['x', 'y'] }),
      of({ azp: 'y', aud: ['x', 'y'] }),
      ['client'],
    ],
    ['the user', of({ iss: 'a', sub: '1' }), of({ iss: 'a', sub: '2' }), ['user']],
    ['client and user', of({ sub: '1', aud: 'x' }), of({ sub: '2', aud: 'y' }), ['client', 'user']],
    ['nothing', of({ iss: 'a', sub: '1', aud: 'x' }), of({ iss: 'a', sub: '1', aud: 'x' }), []],
    ['nothing that an export masked', of({ iss: 'a', sub: '‹sub 7f3a›' }), of({ iss: 'a', sub: '1' }), []],
    ['nothing that both name', of({ sub: '1' }), of({ iss: 'a' }), []],
    ['nothing that can be told of several audiences', of({ aud: ['x', 'y'] }), of({ aud: 'z' }), []],
    [
      'an access token alone',
      capture({ tokens: { access_token: token({ sub: '1', client_id: 'x' }) } }),
      of({ sub: '2', aud: 'x' }),
      ['user'],
    ],
  ])('%s', (_what, a, b, found) => {
    expect(findUnrelated({ capture: a }, { capture: b }).map(({ what }) => what)).toEqual(found);
  });

  const opaque = capture({ tokens: { access_token: 'opaque' } });
  const error = capture({ tokens: {}, error: { error: 'access_denied' } });
  const readable = of({ iss: 'a', sub: '1', aud: 'x' });
  type Of = Pick<Login, 'issuer' | 'client'>;
  test.each<[what: string, a: Capture, ofA: Of, b: Capture, ofB: Of, found: Unrelated[]]>([
    [
      'the issuers of their profiles, where no token names one',
      opaque,
      { issuer: 'a', client: 'x' },
      opaque,
      { issuer: 'b', client: 'x' },
      [{ what: 'issuer', a: 'a', b: 'b' }],
    ],
    [
      'the clients of their profiles, where one of the two is an error',
      readable,
      { issuer: 'a', client: 'x' },
      error,
      { issuer: 'a', client: 'y' },
      [{ what: 'client', a: 'x', b: 'y' }],
    ],
    ['nothing that only one profile names', readable, { issuer: 'a' }, opaque, {}, []],
    ['nothing that both tokens name alike', readable, { issuer: 'b' }, readable, { issuer: 'a' }, []],
  ])('%s', (_what, a, ofA, b, ofB, found) => {
    expect(findUnrelated({ capture: a, ...ofA }, { capture: b, ...ofB })).toEqual(found);
  });
});
