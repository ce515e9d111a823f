import type { Verdict } from '../../protocol/records.ts';
import { readStrictly } from '../../protocol/strict-token.ts';
import { findHash, halfHash } from '../half-hash.ts';
import { isType } from '../response-type.ts';
import { type About, failed, notChecked, passed } from '../verdict.ts';
import { type AuthorizationResponse, aboutAccessToken, findValue, responseTypeOf } from './authorization-response.ts';
import { noTypeReason } from './reasons.ts';

const check = 'implicit_access_token';

/**
 * RFC 6819 section 4.4.2.6, RFC 9700 section 4.6: an access token of `token` says nothing of the client it was made
 * for, so another one can be put in its place. An ID token that names it by its hash closes the gap.
 */
export async function judgeImplicitAccessToken(response: AuthorizationResponse): Promise<Verdict[]> {
  const accessToken = findValue(response, 'access_token');
  if (accessToken === undefined) return [];
  const about = aboutAccessToken(response);
  const types = responseTypeOf(response);
  if (!types) return [notChecked(check, noTypeReason(response), about)];
  if (!isType(types, 'token')) return [];
  const idToken = findValue(response, 'id_token');
  if (idToken === undefined) return [unnamed('an access token alone', about)];
  return [await judgeNamed(accessToken, idToken, about)];
}

async function judgeNamed(accessToken: string, idToken: string, about: About): Promise<Verdict> {
  const token = readStrictly(idToken);
  if (token.kind !== 'signed' || !token.isPayloadReadable) {
    const what = token.kind === 'encrypted' ? 'is encrypted' : 'cannot be read';
    return notChecked(check, `The ID token ${what}, so whether it names this access token is not known.`, about);
  }
  const named = token.claims.get('at_hash');
  if (named === undefined) return unnamed('an ID token that does not name it', about);
  const hash = findHash(token.header.get('alg'));
  return hash && named === (await halfHash(hash, accessToken))
    ? passed(check, about)
    : notChecked(check, notByHash, about);
}

function unnamed(actual: string, about: About): Verdict {
  return failed(check, { expected: 'an ID token that names this access token', actual }, about);
}

const notByHash =
  'The at_hash of the ID token could not be matched with this access token, and has a check of its own. Sign in again.';
