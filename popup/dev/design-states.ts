/** Where each state of the face's parts can be seen: the part, its state, and the name of the page's state. Longer than most files because it is one list. */
export const designParts: readonly (readonly [
  part: string,
  states: readonly (readonly [what: string, name: string])[],
])[] = [
  [
    'Bar',
    [
      ['profile switcher, Sign in, the ways beside it', 'captured'],
      ['no profile', 'empty'],
      ['signing in, with Cancel', 'signing-in'],
      ['of the full page', 'page-capture'],
      ['of the side panel', 'panel-captured'],
    ],
  ],
  [
    'Button',
    [
      ['busy', 'calling'],
      ['done', 'copied'],
      ['disabled, says why', 'says-why'],
    ],
  ],
  [
    'Menu',
    [
      ['checked item', 'menu-profiles'],
      ['ways to sign in', 'menu-sign-in'],
      ['Copy as…', 'copy-as'],
    ],
  ],
  [
    'Stub',
    [
      ['checking', 'checking'],
      ['passed', 'all-passed'],
      ['warning', 'passed-with-warning'],
      ['partly checked', 'partly-checked'],
      ['failed', 'blocking-failed'],
      ['stopped at the provider', 'error-page'],
    ],
  ],
  [
    'Token tabs',
    [
      ['fresh', 'captured'],
      ['under 10 min', 'expires-soon'],
      ['expired', 'expired'],
      ['none', 'captured-refresh-none'],
      ['expiry not readable', 'opaque'],
    ],
  ],
  [
    'Action row',
    [
      ['a token', 'captured'],
      ['then “Copied”', 'copied'],
      ['expired', 'expired'],
      ['refresh token, without userInfo', 'refresh-token'],
      ['error', 'error-answer'],
    ],
  ],
  [
    'Claims',
    [
      ['all', 'captured'],
      ['filtered', 'claims-filtered'],
      ['filtered to none', 'claims-no-match'],
      ['row with a failed check', 'failed-many'],
      ['empty value, unknown claim', 'long-values'],
    ],
  ],
  [
    'Value',
    [
      ['cut in the middle, chips, times', 'captured'],
      ['unfolded in place', 'value-unfolded'],
      ['time in UTC and raw', 'value-time'],
    ],
  ],
  [
    'Checks',
    [
      ['loading', 'checking'],
      ['failed', 'failed-many'],
      ['passed, folded', 'all-passed'],
      ['keys not reachable', 'keys-unreachable'],
    ],
  ],
  [
    'userInfo',
    [
      ['not called', 'captured'],
      ['calling', 'calling'],
      ['answered', 'userinfo'],
      ['refused', 'userinfo-refused'],
      ['sub differs', 'userinfo-other-user'],
    ],
  ],
  [
    'Raw token',
    [
      ['masked', 'panel-raw-masked'],
      ['shown', 'raw-shown'],
      ['opaque', 'raw-opaque'],
      ['folded', 'captured'],
      ['of the full page', 'page-capture'],
    ],
  ],
  [
    'Note',
    [
      ['fail', 'blocking-failed'],
      ['warn', 'passed-with-warning'],
      ['neutral', 'sample'],
    ],
  ],
  [
    'Exact string',
    [
      ['with Copy', 'error-page'],
      ['copied', 'exact-copied'],
    ],
  ],
  [
    'Timeline',
    [
      ['of a login', 'page-timeline'],
      ['step failed', 'page-timeline-refused'],
      ['folded', 'timeline'],
    ],
  ],
  [
    'Capture list',
    [
      ['by profile, one selected', 'page-history'],
      ['expired, no token', 'page-captures'],
      ['empty', 'page-nothing-yet'],
      ['no match', 'page-history-no-match'],
      ['of the side panel', 'panel-captured'],
    ],
  ],
  [
    'Profile field',
    [
      ['label, origin, input, result', 'page-profile'],
      ['loading', 'page-profile-asking'],
      ['error beneath with the fix', 'page-profile-faults'],
      ['no answer', 'page-profile-unanswered'],
      ['disabled', 'page-profile-managed'],
    ],
  ],
  [
    'Authorize preview',
    [
      ['base URL, parameters, effects', 'page-profile'],
      ['changed row', 'page-profile-changed'],
      ['missing value named', 'page-profile-new'],
    ],
  ],
  [
    'Permission list',
    [
      ['granted', 'page-profile-intercept'],
      ['will ask, refused', 'page-profile-all-refused'],
      ['taken back', 'page-settings-taken-back'],
    ],
  ],
  [
    'Compare',
    [
      ['what differs', 'page-compare'],
      ['all rows', 'page-compare-all'],
      ['nothing differs', 'page-compare-same'],
      ['two unrelated logins', 'page-compare-unrelated'],
      ['fewer than two', 'page-compare-one'],
    ],
  ],
  [
    'Dialog',
    [
      ['help', 'shortcuts'],
      ['forget', 'forget-asked'],
      ['export', 'page-export-redacted'],
    ],
  ],
  [
    'Trust page',
    [
      ['what is stored, allowed and sent', 'page-trust'],
      ['nothing yet', 'page-trust-empty'],
    ],
  ],
  [
    'First run',
    [
      ['popup', 'empty'],
      ['side panel', 'panel-empty'],
      ['full page', 'page-empty'],
      ['a sample', 'sample'],
      ['a sample in the full page', 'page-sample'],
    ],
  ],
];
