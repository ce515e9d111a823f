import { single } from '../../protocol/answer.ts';
import type { Verdict } from '../../protocol/records.ts';
import { issuersOf } from '../../provider/issuers.ts';
import { failed, notChecked, passed } from '../verdict.ts';
import { type AuthorizationResponse, findError, findMetadata, findValue, isTooLong } from './authorization-response.ts';
import { type NamedIssuer, readNamedIssuer } from './named-issuer.ts';
import { cameTwice, noIssuer, noMetadata } from './reasons.ts';

/** The checks of the parameter `iss` (RFC 9207 section 2.4). In a JARM it stands inside the JWT, as a claim. */
export function judgeIssuer(response: AuthorizationResponse): Verdict[] {
  const { capture, isTokenAlone, isJarm } = response;
  if (isTokenAlone) return [];
  if (capture.params.filter(([name]) => name === 'iss').length > 1) {
    return [notChecked('iss_parameter', cameTwice('iss'))];
  }
  const came = single(capture.params, 'iss') ?? (isTooLong(response, 'iss') ? unkept : undefined);
  if (came !== undefined) {
    return [judgeValue(response, came), judgeAnnounced(response), ...judgeSameAsToken(response, came)];
  }
  return isJarm ? [] : [judgeMissing(response)];
}

/** Stands for a value that no issuer has. */
const unkept = 'a value that was too long to keep';

/** Whether the metadata says that every answer names its issuer; undefined without metadata. */
export function isIssAnnounced(response: AuthorizationResponse): boolean | undefined {
  const metadata = findMetadata(response);
  return metadata && metadata.authorization_response_iss_parameter_supported === true;
}

function judgeValue({ profile }: AuthorizationResponse, came: string): Verdict {
  const issuers = profile ? issuersOf(profile) : [];
  if (issuers.length === 0) return notChecked('iss_parameter', noIssuer(profile));
  if (issuers.includes(came)) return passed('iss_parameter');
  return failed('iss_parameter', { expected: issuers.join(' or '), actual: came });
}

function judgeAnnounced(response: AuthorizationResponse): Verdict {
  const isAnnounced = isIssAnnounced(response);
  if (isAnnounced === undefined) return notChecked('iss_parameter_not_advertised', noMetadata(response.profile));
  if (isAnnounced) return passed('iss_parameter_not_advertised');
  return failed('iss_parameter_not_advertised', {
    expected: 'no iss, as the metadata does not announce it',
    actual: 'iss',
  });
}

function judgeMissing(response: AuthorizationResponse): Verdict {
  const isAnnounced = isIssAnnounced(response);
  if (isAnnounced === undefined) return notChecked('iss_parameter_missing', noMetadata(response.profile));
  if (!isAnnounced) return passed('iss_parameter_missing');
  // an ID token in the same answer names the issuer too, and providers leave the parameter out beside it
  const isNamed = isNamedByToken(response);
  return failed('iss_parameter_missing', {
    expected: 'iss, as the metadata announces it',
    actual: isNamed ? 'the issuer in the ID token alone' : 'none',
    ...(isNamed && { severity: 'warning' }),
  });
}

/** Whether the ID token of the answer names the profile's issuer. Its own checks say what the token is worth. */
function isNamedByToken(response: AuthorizationResponse): boolean {
  const text = findError(response) ? undefined : findValue(response, 'id_token');
  const named = text === undefined ? undefined : readNamedIssuer(text);
  return (
    named?.kind === 'named' && response.profile !== undefined && issuersOf(response.profile).includes(named.issuer)
  );
}

function judgeSameAsToken(response: AuthorizationResponse, came: string): Verdict[] {
  const { capture, profile } = response;
  const text =
    single(capture.params, 'response') ?? (findError(response) ? undefined : findValue(response, 'id_token'));
  if (text === undefined) return [];
  const check = 'iss_parameter_same_as_token';
  const named = readNamedIssuer(text);
  if (named.kind !== 'named') return [notChecked(check, unnamed[named.kind])];
  if (came === named.issuer) return [passed(check)];
  const issuers = profile ? issuersOf(profile) : [];
  const isOneForeign = issuers.length > 0 && [came, named.issuer].some((issuer) => !issuers.includes(issuer));
  if (isOneForeign) return [notChecked(check, oneIsForeign)];
  return [failed(check, { expected: named.issuer, actual: came })];
}

const unnamed: Record<Exclude<NamedIssuer['kind'], 'named'>, string> = {
  encrypted: 'The token is encrypted, so the issuer it names is not known. It can be compared in the app.',
  unreadable: 'The token cannot be read, so the issuer it names is not known. Sign in again to check this.',
  unnamed: 'The token names no issuer to compare with, and has a check of its own. Sign in again to check this.',
};

const oneIsForeign =
  'One of the two is not the issuer of the profile, and has a check of its own. Correct that first, then sign in again.';
