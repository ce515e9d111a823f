import type { Profile, Verdict } from '../protocol/records.ts';
import { readStrictly } from '../protocol/strict-token.ts';
import type { Known } from './known.ts';
import { noClientId } from './lacking.ts';
import { shown } from './shown.ts';
import { type About, failed, notChecked, passed } from './verdict.ts';

type Members = ReadonlyMap<string, unknown>;

/**
 * What an access token that is a JWT shows of itself. It is the API's to read: none of this says anything about the
 * login (RFC 9068 section 6). Other access tokens are opaque, and nothing is listed.
 */
export function judgeAccessToken({ capture, profile }: Known): Verdict[] {
  const raw = capture.tokens.access_token;
  const token = raw === undefined ? undefined : readStrictly(raw);
  if (token?.kind !== 'signed' || !token.isPayloadReadable) return [];
  const isFromEndpoint = capture.tokenAnswer !== undefined || capture.source === 'token_endpoint';
  const from = isFromEndpoint ? 'token_endpoint' : 'front_channel';
  const about = { token: 'access_token', from } as const;
  const isCognito = profile?.provider === 'cognito';
  return [
    judgeProfile(token, isCognito, about),
    ...(isCognito ? [judgeTokenUse(token.claims, about), judgeClient(token.claims, profile, about)] : []),
  ];
}

const wanted = ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'];

/** The shape of RFC 9068 section 2. */
function judgeProfile({ header, claims }: { header: Members; claims: Members }, isCognito: boolean, about: About) {
  const typ = header.get('typ');
  const isTyped = typeof typ === 'string' && /^(?:application\/)?at\+jwt$/i.test(typ);
  const missing = [...(isTyped ? [] : ['typ at+jwt']), ...wanted.filter((name) => !claims.has(name))];
  if (missing.length === 0) return passed('access_token_profile', about);
  const isOwnForm = isCognito && missing.includes('aud') && claims.has('client_id');
  return failed(
    'access_token_profile',
    {
      expected: ['typ at+jwt', ...wanted].join(', '),
      actual: missing.map((name) => `no ${name}`).join(', '),
      ...(isOwnForm && { reason: 'Cognito’s own form: client_id in place of aud.' }),
    },
    about,
  );
}

/** The claim by which Cognito tells its tokens apart. In the access token it is warned of: the API decides. */
function judgeTokenUse(claims: Members, about: About): Verdict {
  const tokenUse = claims.get('token_use');
  if (tokenUse === 'access') return passed('token_use', about);
  return failed('token_use', { expected: 'access', actual: shown(tokenUse), severity: 'warning' }, about);
}

function judgeClient(claims: Members, profile: Profile, about: About): Verdict {
  const { clientId } = profile;
  if (clientId === '') return notChecked('client_id', noClientId({ profile }), about);
  const client = claims.get('client_id');
  if (client === clientId) return passed('client_id', about);
  return failed('client_id', { expected: clientId, actual: shown(client) }, about);
}
