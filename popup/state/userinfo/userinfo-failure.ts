import type { Capture } from '../../../src/protocol/records.ts';
import { hostOf } from '../provider-words.ts';

type Failure = NonNullable<Capture['userinfoFailure']>;

export type FailureWords = { heading: string; todo: string; mayNeedAccess: boolean };

/** Why a call to userInfo brought no answer, and what to do. `hasAccess`: the browser lets us call the host directly. */
export function failureWords(kind: Failure['kind'], endpoint: string, hasAccess: boolean): FailureWords {
  const host = hostOf(endpoint);
  const words = (heading: string, todo: string, mayNeedAccess = false) => ({ heading, todo, mayNeedAccess });
  switch (kind) {
    case 'blocked_scheme':
      return words(
        'Claimcheck does not send a token to this address',
        endpoint.includes('//[::1]')
          ? 'The security policy of extensions cannot name [::1]. Write localhost or 127.0.0.1 in the userInfo endpoint of the profile.'
          : 'It calls https, and plain http only on localhost and 127.0.0.1. Change the userInfo endpoint of the profile.',
      );
    case 'offline':
      return words('This computer is offline', 'Connect to the network, then call again.');
    case 'unreachable':
      return hasAccess
        ? words(
            `${host} could not be reached`,
            'The server is down, or the name is not known. Check the endpoint, then call again.',
          )
        : words(
            `No answer from ${host} that could be read`,
            'The server is down, the name is not known, or it does not allow calls from other origins (CORS). With access to the host the browser would tell them apart.',
            true,
          );
    case 'timeout':
      return words(`${host} did not answer within 10 s`, 'The call was given up. Call again, or check the server.');
    case 'redirect':
      return words(
        `${host} answered with a redirect`,
        'It was not followed: the token would leave for another address. Put the final address into the profile.',
      );
    case 'too_large':
      return words(
        'The answer is too large: over 256 KB',
        'It was not read to its end. Check that the endpoint of the profile is userInfo.',
      );
    case 'interrupted':
      return words('The call was interrupted', 'The browser stopped the extension meanwhile. Call again.');
  }
}
