import type { Capture, Profile, TokenName } from '../../../src/protocol/records.ts';
import { tokenNoun } from '../token/token-names.ts';
import { findStateEvent } from './state-event.ts';
import { type WhyMissing, whyMissing } from './why-missing.ts';

/** What a missing token means and what to do, in a sentence or two. */
export function missingWords(capture: Capture, profile: Profile | undefined, name: TokenName): string {
  const why = whyMissing(capture, profile, name);
  if (why === 'unknown' && findStateEvent(capture)) return loginOver;
  return name === 'refresh_token' ? refreshWords(why, profile) : words(why, tokenNoun[name]);
}

const loginOver =
  'The sign-in that it answers was over, so what it asked for is not known any more. Sign in again to tell.';

function refreshWords(why: WhyMissing, profile: Profile | undefined): string {
  switch (why) {
    case 'pasted':
    case 'jarm':
    case 'code':
      return words(why, tokenNoun.refresh_token);
    case 'client':
      return 'A client needs none: it gets a fresh token by asking again (RFC 6749 section 4.4.3).';
    case 'answer':
      return profile?.provider === 'cognito'
        ? 'The answer carried none. When the tokens expire, you sign in again.'
        : 'The answer carried none. Many providers send one only for the scope offline_access: add it to the profile, then sign in again.';
    default:
      return 'When the tokens expire, “Fresh token” asks the provider’s session for new ones, else you sign in again. Only the authorization code flow can return a refresh token.';
  }
}

function words(why: WhyMissing, noun: string): string {
  switch (why) {
    case 'pasted':
      return 'To read it too, paste the whole callback URL or the whole answer of the token endpoint.';
    case 'client':
      return `The client got its token for itself: no user signed in, so there is no ${noun}, and userInfo has nobody to tell of.`;
    case 'jarm':
      return 'The answer is one signed JWT (response, JARM). What it carries is checked in there, and is not taken out of it.';
    case 'code':
      return 'The answer carries an authorization code, which the token endpoint gives the tokens for. One of a login that was started here is handed in once the checks of the answer are made.';
    case 'flow':
      return `The flow of this login brings no ${noun}. Choose “Implicit, both tokens” (id_token token) or the code flow in the profile, then sign in again.`;
    case 'openid':
      return 'Add openid to the scopes of the profile, then sign in again: it is what brings the ID token.';
    case 'implicit':
    case 'answer':
      return `The request asked for one, and the answer carried none. Compare the profile with the provider’s settings of the client, then sign in again.`;
    case 'unknown':
      return 'This login was not started here, so what it asked for is not known. Sign in from here to tell.';
  }
}
