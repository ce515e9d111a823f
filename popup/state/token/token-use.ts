import { isUseBlocked } from '../../../src/protocol/checks.ts';
import type { Capture } from '../../../src/protocol/records.ts';

/** Why the tokens of a capture are not to be used: a blocking failure. That of a userInfo answer says nothing of them. */
export function whyNotUse({ verdicts }: Pick<Capture, 'verdicts'>): string | undefined {
  return isUseBlocked(verdicts) ? 'A check failed: these tokens are not to be used.' : undefined;
}
