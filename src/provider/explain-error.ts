import { type Capture, isFromErrorPage, type Profile } from '../protocol/records.ts';
import { cognitoErrors } from './cognito-errors.ts';
import { type ErrorPlace, type ErrorWords, errorPlaces, findEntry, type SeenError } from './error-words.ts';
import { oauthErrors } from './oauth-errors.ts';
import { unknownErrors } from './unknown-errors.ts';

export type { ErrorPlace, ErrorWords, SeenError } from './error-words.ts';

/** What counts of the profile: whose words are spoken, and which client the way through its console names. */
type Asked = Pick<Profile, 'provider'> & Partial<Pick<Profile, 'clientId'>>;

/** An error answer in words: what it means, what to do, and where in the provider's console. */
export function explainError(
  profile: Asked | undefined,
  capture: Pick<Capture, 'error'> & Partial<Pick<Capture, 'events' | 'params' | 'source'>>,
): ErrorWords {
  const { error = '', description } = capture.error ?? {};
  const names = (capture.params ?? []).map(([name]) => name);
  const seen: SeenError = { error, names, ...(description !== undefined && { description }) };
  if (capture.source === 'token_endpoint') return explainErrorAt('token', seen, profile);
  if (!isFromErrorPage({ events: capture.events ?? [] })) return explainErrorAt('authorize', seen, profile);
  // only Cognito's error page is known, also once its profile is deleted
  const words = findEntry(cognitoErrors, 'error_page', seen) ?? findAt('authorize', seen, profile);
  return named(words ?? unknown('error_page', seen, profile), profile);
}

/** An error seen at this place in words; one that no catalogue has is told by what its place means. */
export function explainErrorAt(place: ErrorPlace, seen: SeenError, profile: Asked | undefined): ErrorWords {
  return named(findAt(place, seen, profile) ?? unknown(place, seen, profile), profile);
}

/** A refused call to userInfo in words. `scope` is what the challenge asks for (RFC 6750 section 3). */
export function explainUserinfoError(
  { scope, ...seen }: SeenError & { scope?: string },
  profile: Asked | undefined,
): ErrorWords {
  const words = explainErrorAt('userinfo', seen, profile);
  if (scope === undefined || scope === '' || seen.error !== 'insufficient_scope') return words;
  return { ...words, meaning: `userInfo asks for ${scope}.` };
}

function findAt(place: ErrorPlace, seen: SeenError, profile: Asked | undefined): ErrorWords | undefined {
  return (
    (profile?.provider === 'cognito' ? findEntry(cognitoErrors, place, seen) : undefined) ??
    findEntry(oauthErrors, place, seen)
  );
}

function unknown(place: ErrorPlace, seen: SeenError, profile: Asked | undefined): ErrorWords {
  const { heading, meaning, todo } = unknownErrors[place];
  const elsewhere = errorPlaces.find(
    (other) => other !== place && oauthErrors.some(({ where, match }) => where === other && match.code === seen.error),
  );
  return {
    heading: heading(profile?.provider === 'cognito' ? 'Cognito' : 'The provider'),
    meaning: elsewhere ? `${meaning} The code belongs to ${placeNames[elsewhere] ?? 'another answer'}.` : meaning,
    todo,
  };
}

const placeNames: Partial<Record<ErrorPlace, string>> = {
  authorize: 'the answer to an authorization request',
  token: 'the answer of a token endpoint',
  userinfo: 'a call with a bearer token',
  revoke: 'a revocation',
};

function named(words: ErrorWords, profile: Asked | undefined): ErrorWords {
  if (!words.consolePath) return words;
  const client = profile?.clientId || 'your client';
  return { ...words, consolePath: words.consolePath.map((step) => (step === '<client>' ? client : step)) };
}
