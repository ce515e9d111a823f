import { single } from '../../protocol/answer.ts';
import { matchesCallback } from '../../protocol/callback-match.ts';
import type { Profile, Verdict } from '../../protocol/records.ts';
import { parseUrl } from '../../protocol/url.ts';
import { issuersOf } from '../../provider/issuers.ts';
import { failed, notChecked, passed } from '../verdict.ts';
import { type AuthorizationResponse, findError, findValue } from './authorization-response.ts';
import { isIssAnnounced } from './issuer.ts';
import { readNamedIssuer } from './named-issuer.ts';

/**
 * RFC 9700 sections 2.1 and 4.4: with more than one authorization server, the answer names its issuer or comes to a
 * callback that only one of them has. A named issuer that is none of theirs fails in the check of that name alone.
 */
export function judgeMixUp(response: AuthorizationResponse): Verdict[] {
  const { profile, known, capture, sealed } = response;
  const others = profile ? known.profiles.filter((one) => !isSameServer(one, profile)) : [];
  if (!profile || others.length === 0) return [];
  const { issuers, isUnread } = namedBy(response);
  const rivals = others.filter((other) => sharesCallback(other, response));
  if (rivals.length === 0 || names(issuers, profile)) return [passed('mix_up')];
  if (!capture.request) return [notChecked('mix_up', sharedCallback)];
  if (rivals.some((rival) => names(issuers, rival))) {
    return [
      failed('mix_up', { expected: profile.issuer ?? 'no issuer of another profile', actual: issuers.join(', ') }),
    ];
  }
  if (sealed !== undefined) return [notChecked('mix_up', sealed)];
  if (issuers.length > 0 || isUnread || isIssAnnounced(response)) return [notChecked('mix_up', notTold)];
  return [failed('mix_up', { expected: 'an issuer in the answer, or a callback of its own', actual: 'neither' })];
}

const sharedCallback =
  'Profiles of several authorization servers have this callback, and this login was not started here. Give each profile a callback of its own, or sign in from here.';

const notTold =
  'The answer does not name the issuer of this profile as it should, which has a check of its own. Correct that first, or give the profile a callback of its own.';

/** By issuer; of a profile without one, by where its authorization endpoint is. */
function isSameServer(one: Profile, other: Profile): boolean {
  if (one.issuer && other.issuer) return names(issuersOf(one), other);
  const origin = parseUrl(one.endpoints.authorization)?.origin;
  return origin !== undefined && origin === parseUrl(other.endpoints.authorization)?.origin;
}

function names(issuers: string[], profile: Profile): boolean {
  return issuersOf(profile).some((issuer) => issuers.includes(issuer));
}

function sharesCallback(other: Profile, { capture, profile, hasUrl }: AuthorizationResponse): boolean {
  return hasUrl ? matchesCallback(other, capture.callback) : other.callback === profile?.callback;
}

/** The issuers that the answer names, and whether it holds a token whose issuer could not be read. */
function namedBy(response: AuthorizationResponse): { issuers: string[]; isUnread: boolean } {
  const { params } = response.capture;
  const parameter = single(params, 'iss');
  const idToken = findError(response) === undefined ? findValue(response, 'id_token') : undefined;
  const tokens = [idToken, single(params, 'response')].filter((text) => text !== undefined).map(readNamedIssuer);
  const named = tokens.flatMap((token) => (token.kind === 'named' ? [token.issuer] : []));
  return {
    issuers: [...(parameter === undefined ? [] : [parameter]), ...named],
    isUnread: tokens.length > named.length,
  };
}
