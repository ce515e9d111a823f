import { matchesCallback } from '../../protocol/callback-match.ts';
import type { Verdict } from '../../protocol/records.ts';
import { isLoopback, isWebUrl, parseUrl } from '../../protocol/url.ts';
import { noProfile } from '../lacking.ts';
import { failed, notChecked, passed } from '../verdict.ts';
import type { AuthorizationResponse } from './authorization-response.ts';
import { noUrl } from './reasons.ts';

/** `callback_url` and `callback_https`: where the answer arrived. */
export function judgeCallback(response: AuthorizationResponse): Verdict[] {
  if (!response.hasUrl) return [notChecked('callback_url', noUrl), notChecked('callback_https', noUrl)];
  return [judgePlace(response), ...judgeScheme(response)];
}

/** RFC 9700 section 2.1: to the letter. The port alone may differ, on this machine (RFC 8252 section 7.3). */
function judgePlace({ capture, profile }: AuthorizationResponse): Verdict {
  const expected = capture.request?.redirectUri ?? profile?.callback;
  if (expected === undefined) return notChecked('callback_url', noProfile);
  const registered = { callback: expected, anyLoopbackPort: profile?.anyLoopbackPort ?? false };
  if (matchesCallback(registered, capture.callback)) return passed('callback_url');
  return failed('callback_url', { expected, actual: capture.callback });
}

/** RFC 9700 section 2.6: no answer travels over unencrypted connections. This machine's own need none. */
function judgeScheme({ capture: { callback } }: AuthorizationResponse): Verdict[] {
  const url = parseUrl(callback);
  // a private-use scheme of a native app never leaves the machine
  if (url && !isWebUrl(url)) return [];
  if (url && (url.protocol === 'https:' || isLoopback(url.hostname))) return [passed('callback_https')];
  return [failed('callback_https', { expected: 'an https address', actual: url ? `http to ${url.host}` : callback })];
}
