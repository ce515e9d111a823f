import type { Profile, TokenName } from '../../../src/protocol/records.ts';
import type { Member } from '../../../src/protocol/token.ts';
import type { Remark } from '../claims/claim-remarks.ts';
import { safeText } from '../safe-text.ts';
import { tokenNoun } from './token-names.ts';

type Parts = { header: readonly Member[]; claims: readonly Member[] };
type Provider = Profile['provider'] | undefined;

/** What a token is for, or that it stands in the place of another. */
export function tokenPurpose(place: TokenName, token: Parts, provider: Provider): Remark {
  const kind = kindOf(token);
  if (!kind || kind.is === place) return { tone: 'skip', text: purposes(provider)[place] };
  const { noun, so } = kinds[kind.is];
  const an = /^[aeiou]/i.test(noun) ? 'An' : 'A';
  return {
    tone: 'warn',
    text: `${an} ${noun} stands in the place of the ${tokenNoun[place]}: ${kind.evidence}. ${so}`,
  };
}

/** What a token lacks, one sentence each. */
export function tokenRemarks(place: TokenName, { claims }: Parts, provider: Provider): Remark[] {
  if (claims.length === 0 || place === 'refresh_token') return [];
  const has = new Set(claims.map(([name]) => name));
  const remarks: Remark[] = [];
  if (!has.has('sub')) {
    remarks.push(
      place === 'id_token'
        ? { tone: 'warn', text: 'No sub: it names no user. The email is no substitute, it may change hands.' }
        : { tone: 'skip', text: 'No sub: it names no user, as a token for a machine may.' },
    );
  }
  if (!has.has('exp')) remarks.push({ tone: 'warn', text: 'No exp: nothing in it says when it ends.' });
  if (place === 'access_token' && !has.has('aud')) {
    remarks.push(
      provider === 'cognito'
        ? {
            tone: 'skip',
            text: 'No aud: Cognito writes one only where a resource was asked for. Your API compares client_id instead.',
          }
        : { tone: 'warn', text: 'No aud: it does not say which API it is for, so it may be used at any of them.' },
    );
  }
  return remarks;
}

function purposes(provider: Provider): Record<TokenName, string> {
  const unless =
    provider === 'cognito'
      ? ', unless its authorizer asks for ID tokens (API Gateway’s Cognito authorizer without scopes does)'
      : '';
  return {
    id_token: `The ID token tells your app who signed in. Send the access token to your API${unless}.`,
    access_token: 'The access token is for APIs: they read it, and its scopes. Your app need not look inside.',
    refresh_token: 'The refresh token goes to the token endpoint alone, for fresh tokens. No API takes it.',
  };
}

type Kind = 'id_token' | 'access_token' | 'notice' | 'proof';

const kinds: Record<Kind, { noun: string; so: string }> = {
  id_token: {
    noun: 'ID token',
    so: 'It says who signed in, not what may be done: an API that wants access tokens refuses it.',
  },
  access_token: {
    noun: 'access token',
    so: 'It was made for an API: do not take it as proof of who signed in.',
  },
  notice: { noun: 'notice of events', so: 'It signs nobody in.' },
  proof: { noun: 'DPoP proof', so: 'It signs nobody in and opens no API.' },
};

/** RFC 9068 section 2.1, RFC 8417 section 2.3, Back-Channel Logout section 2.4, RFC 9449 section 4.2. */
const types: Record<string, Kind> = {
  'at+jwt': 'access_token',
  'logout+jwt': 'notice',
  'secevent+jwt': 'notice',
  'dpop+jwt': 'proof',
};

/** What a token itself says that it is; undefined where it says nothing: never a guess. */
function kindOf({ header, claims }: Parts): { is: Kind; evidence: string } | undefined {
  const find = (members: readonly Member[], name: string) => members.find(([member]) => member === name)?.[1];
  const typ = find(header, 'typ');
  const type = typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : '';
  const byType = Object.hasOwn(types, type) ? types[type] : undefined;
  if (byType) return { is: byType, evidence: `its typ says ${safeText(type)}` };
  const use = find(claims, 'token_use');
  if (use === 'id') return { is: 'id_token', evidence: 'its token_use says id' };
  if (use === 'access') return { is: 'access_token', evidence: 'its token_use says access' };
  if (claims.some(([name]) => name === 'events')) return { is: 'notice', evidence: 'it has the claim events' };
  if (claims.some(([name]) => name === 'at_hash')) return { is: 'id_token', evidence: 'it has the claim at_hash' };
  return undefined;
}
