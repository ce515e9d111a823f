import { importedWords, isImported } from '../../../src/protocol/imported.ts';
import { isOfOtherProvider, otherClientWords } from '../../../src/protocol/login-client.ts';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { isSample, nobodyToAsk } from '../../../src/protocol/sample.ts';
import { explainErrorAt } from '../../../src/provider/explain-error.ts';
import { providerName } from '../provider-words.ts';
import { clockTime } from '../time-words.ts';
import type { World } from '../world.ts';
import { revocationEndpointOf, secretState, secretWords } from './token-endpoint.ts';
import { tokenNoun } from './token-names.ts';

type Revocation = NonNullable<Capture['revocation']>;
/** The same with members that may stand as undefined. */
type Seen = { [M in 'status' | 'kind' | 'error']?: Revocation[M] | undefined };

export type RevocableToken = NonNullable<Capture['revocation']>['token'];

/** What a revocation ends and what it does not, a sentence each. */
export function revokeEffects(token: RevocableToken, profile: Profile): { ends: string; stays: string[] } {
  const stays = [
    'An API that checks the signature alone goes on taking the access token until it expires.',
    `The session at ${profile.provider === 'cognito' ? 'Cognito' : 'the provider'}: the next sign-in may need no password. That is what “Sign out…” is for.`,
  ];
  if (token === 'access_token') return { ends: 'This access token, where the provider is asked about it.', stays };
  const ends =
    profile.provider === 'cognito'
      ? 'The refresh token, and for userInfo and Cognito’s own APIs the access and ID tokens that came with it.'
      : 'The refresh token. Most providers end its access tokens too (RFC 7009 section 2.1).';
  return { ends, stays };
}

/** Why a token cannot be revoked now, or undefined. Cognito revokes refresh tokens alone. */
export function whyNotRevoke(
  capture: Capture,
  profile: Profile | undefined,
  token: RevocableToken,
  world: Pick<World, 'secrets' | 'keptSecrets'> = {},
): string | undefined {
  if (isSample(capture)) return nobodyToAsk;
  if (isImported(capture)) return importedWords;
  if (!profile) return 'The profile of this capture was deleted.';
  if (isOfOtherProvider(capture, profile)) return otherClientWords;
  if (revocationEndpointOf(profile) === undefined) {
    return 'This profile has no revocation endpoint. Add it to the profile first.';
  }
  if (token === 'access_token' && profile.provider === 'cognito') return 'Cognito revokes refresh tokens alone.';
  if (capture.revocation?.token === token && isRevoked(capture.revocation)) return 'It is revoked already.';
  const secret = secretState(profile, world);
  return secret === 'locked' || secret === 'missing' ? secretWords[secret] : undefined;
}

export type RevocationWords = { tone: 'pass' | 'fail'; heading: string; texts: string[]; consolePath?: string[] };

/** What came of the last revocation. */
export function revocationWords(
  { token, at, status, kind, error, description }: NonNullable<Capture['revocation']>,
  profile: Profile | undefined,
  now: number,
): RevocationWords {
  const name = tokenNoun[token];
  if (isRevoked({ status, kind, error })) {
    return {
      tone: 'pass',
      heading: `The ${name} was revoked at ${clockTime(at, now)}`,
      texts: ['A provider says so also of a token that it does not know (RFC 7009 section 2.2).'],
    };
  }
  if (kind !== undefined) {
    return {
      tone: 'fail',
      heading: `It is not known whether the ${name} was revoked`,
      texts: [`${lost[kind]} Revoke it once more: doing it twice does no harm.`],
    };
  }
  const seen = {
    ...(error !== undefined && { error }),
    ...(description !== undefined && { description }),
    ...(status !== undefined && { status }),
  };
  const { heading, meaning, todo, consolePath } = explainErrorAt('revoke', seen, profile);
  return {
    tone: 'fail',
    heading: error === undefined ? `${providerName(profile)} did not revoke the ${name}` : heading,
    texts: [meaning, todo],
    ...(consolePath && { consolePath }),
  };
}

function isRevoked({ status = 0, kind, error }: Seen): boolean {
  return kind === undefined && error === undefined && status >= 200 && status < 300;
}

const lost: Record<NonNullable<NonNullable<Capture['revocation']>['kind']>, string> = {
  blocked_scheme: 'Claimcheck does not send a token to the address of the endpoint.',
  offline: 'This computer is offline.',
  unreachable: 'The endpoint gave no answer that could be read.',
  timeout: 'The endpoint did not answer within 10 s.',
  redirect: 'The endpoint answered with a redirect, which was not followed.',
  too_large: 'The answer was too large to be read.',
  interrupted: 'The browser stopped the extension meanwhile.',
  page: 'A web page answered in place of a revocation endpoint: correct the address in the profile.',
};
