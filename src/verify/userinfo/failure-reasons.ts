import type { Capture } from '../../protocol/records.ts';

/** Why a call that brought no answer leaves the answer unchecked, and what to do next. */
export const failureReasons: Record<NonNullable<Capture['userinfoFailure']>['kind'], string> = {
  blocked_scheme: 'The call was not sent: the address is neither https nor on this computer. Change it in the profile.',
  offline: 'This computer was offline, so no answer came. Connect it, then call again.',
  unreachable:
    'No answer came that the browser let us read. Check the address and the access to its host, then call again.',
  timeout: 'No answer came in time. Call again, or check the server.',
  redirect:
    'The answer was a redirect, which is not followed. Put the final address into the profile, then call again.',
  too_large: 'The answer was too large to be read. Check the userInfo endpoint of the profile, then call again.',
  interrupted: 'The browser stopped the call. Call again.',
};
