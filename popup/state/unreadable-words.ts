import type { Profile, TokenName } from '../../src/protocol/records.ts';
import { providerName } from './provider-words.ts';

/** What can be done with a token that cannot be read here, a sentence each. */
export function opaqueWords(shown: TokenName, profile: Profile | undefined): string {
  switch (shown) {
    case 'id_token':
      return 'An ID token is always a JWT: whatever this is, it tells nobody who signed in. Look at the answer below.';
    case 'access_token':
      return 'Your API asks the provider what it stands for: by introspection (RFC 7662), or by calling userInfo with it.';
    case 'refresh_token':
      return `${providerName(profile)} alone looks into it, at the token endpoint. When it ends, the endpoint answers invalid_grant.`;
  }
}

/** The same of an encrypted one. */
export function encryptedWords(shown: TokenName, profile: Profile | undefined): string {
  switch (shown) {
    case 'id_token':
      return 'The client is registered for encrypted ID tokens. Read it where the client’s key is, or ask the provider to sign only.';
    case 'access_token':
      return 'It was encrypted for your API, or for the provider itself. Ask the API what stands in it, or the provider by introspection (RFC 7662).';
    case 'refresh_token':
      return profile?.provider === 'cognito'
        ? 'Cognito’s refresh tokens look so: Cognito encrypts them for itself. It is sent back to the token endpoint as it is.'
        : 'The provider encrypted it for itself. It is sent back to the token endpoint as it is.';
  }
}
