import type { Capture, Profile, TokenName } from '../../src/protocol/records.ts';
import { tokenNoun } from './token-names.ts';
import { type WhyMissing, whyMissing } from './why-missing.ts';

/** What a missing token means and what to do, in a sentence or two. */
export function missingWords(capture: Capture, profile: Profile | undefined, name: TokenName): string {
  const why = whyMissing(capture, profile, name);
  if (name === 'refresh_token' && why !== 'pasted') {
    return 'When the tokens expire, you sign in again. Only the authorization code flow can return one.';
  }
  return words(why, tokenNoun[name]);
}

function words(why: WhyMissing, noun: string): string {
  switch (why) {
    case 'pasted':
      return 'To read it too, paste the whole callback URL or the whole answer of the token endpoint.';
    case 'jarm':
      return 'The answer is one signed JWT (response, JARM). What it carries is checked there, and is not taken out of it in this version.';
    case 'code':
      return 'The answer carries an authorization code. Exchanging it for tokens is not in this version.';
    case 'flow':
      return `The flow of this login brings no ${noun}. Choose “Implicit, both tokens” (id_token token) in the profile, then sign in again.`;
    case 'openid':
      return 'Add openid to the scopes of the profile, then sign in again: it is what brings the ID token.';
    case 'implicit':
    case 'answer':
      return `The request asked for one, and the answer carried none. Compare the profile with the provider’s settings of the client, then sign in again.`;
    case 'unknown':
      return 'This login was not started here, so what it asked for is not known. Sign in from here to tell.';
  }
}
