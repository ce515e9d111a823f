import { unreachableKeys } from '../protocol/checks.ts';
import type { NoKeys } from './known.ts';

/** Why there is no key set to check with, and what to do about it. */
export function wordsForNoKeys(noKeys: NoKeys): string {
  switch (noKeys.why) {
    case 'no_issuer':
      return 'The profile names no issuer, so there are no keys to check with. Enter the issuer there.';
    case 'no_address':
      return 'Where the issuer keeps its keys is not known. Enter the address of its key set in the profile.';
    case 'wrong_issuer':
      return 'The issuer’s metadata names another issuer, so its keys are not used. Correct the issuer in the profile.';
    case 'blocked_scheme':
      return 'The address of the key set is not https, so it was not called. Correct it in the profile or at the provider.';
    case 'offline':
      return 'The browser is offline, so the key set could not be had. Connect, then check again.';
    case 'unreachable':
      return `The key set could not be had: ${unreachableKeys}. Allow access to the host, then check again.`;
    case 'timeout':
      return 'The key set did not come within 5 s. Check again later.';
    case 'redirect':
      return 'The address of the key set leads on to another one, which is not followed. Enter the final address in the profile or at the provider.';
    case 'status':
      return `The address of the key set answered with status ${noKeys.detail}. Compare it with the provider’s, then check again.`;
    case 'content_type':
      return `The address of the key set answered with ${noKeys.detail}, not with JSON. A page or a network’s login may stand between: open the address, then check again.`;
    case 'too_large':
      return 'The key set is larger than 256 KB and was not read. Make sure that its address is right.';
    case 'not_json':
      return 'What lies at the address of the key set is not JSON. Make sure that the address is right, then check again.';
    case 'no_keys':
      return 'What lies at the address of the key set holds no keys. Make sure that the address is right, then check again.';
    case 'too_many_keys':
      return 'The key set holds more than 100 keys and was not used. Make sure that its address is right.';
  }
}
