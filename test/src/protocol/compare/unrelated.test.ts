import { describe, expect, test } from 'vitest';
import { findUnrelated } from '../../../../src/protocol/compare/unrelated.ts';
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
    ['nothing that both name', of({ sub: '1' }), of({ iss: 'a' }), []],
    ['nothing that can be told of several audiences', of({ aud: ['x', 'y'] }), of({ aud: 'z' }), []],
    [
      'an access token alone',
      capture({ tokens: { access_token: token({ sub: '1', client_id: 'x' }) } }),
      of({ sub: '2', aud: 'x' }),
      ['user'],
    ],
  ])('%s', (_what, a, b, found) => {
    expect(findUnrelated(a, b).map(({ what }) => what)).toEqual(found);
  });
});
