import { mint } from './mint.ts';
import { accessClaims, capture, profile, staging } from './sample.ts';
import type { State } from './states.ts';

const { request: _, ...ofNobody } = capture();
/** What the worker makes of an access token that was pasted alone. */
export const pasted = {
  ...ofNobody,
  id: 'pasted',
  startedHere: false,
  callback: '',
  params: [['access_token', '']] satisfies [string, string][],
  tokens: { access_token: mint(accessClaims()) },
  events: [{ at: ofNobody.capturedAt, kind: 'pasted' }],
  origin: 'pasted' as const,
  verdicts: [
    ...['callback_url', 'callback_https', 'duplicate_parameter', 'token_type'].map((check) => ({
      ...{ check, result: 'not_checked' as const },
      reason: 'It was pasted or imported without the address it came in. Paste the whole address to check this.',
    })),
    { check: 'token_use', result: 'pass' as const, token: 'access_token' as const },
    { check: 'client_id', result: 'pass' as const, token: 'access_token' as const },
  ],
};

export const pasteStates: readonly State[] = [
  { name: 'page-paste', width: 'page', profiles: [profile, staging], captures: [], route: '#paste' },
  { name: 'page-paste-no-profile', width: 'page', profiles: [], captures: [], route: '#paste' },
  {
    name: 'page-pasted',
    width: 'page',
    profiles: [profile, staging],
    captures: [capture(), pasted],
    route: '#captures/pasted',
  },
  { name: 'popup-pasted', width: 'popup', profiles: [profile, staging], captures: [pasted] },
];
