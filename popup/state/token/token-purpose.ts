import type { Capture, TokenName } from '../../../src/protocol/records.ts';
import { isClientOwn } from './client-own.ts';

/** What a token is for, after its name and a colon (OpenID Connect Core section 2, RFC 6749 sections 1.4 and 1.5). */
export function tokenPurpose(capture: Pick<Capture, 'source' | 'request' | 'origin'>, name: TokenName): string {
  switch (name) {
    case 'id_token':
      return 'for your app to read, not for APIs';
    case 'access_token':
      return isClientOwn(capture) ? 'for your API' : 'for your API and userInfo';
    case 'refresh_token':
      return 'for the token endpoint alone';
  }
}
