import { expect, test } from 'vitest';
import { whyNotUse } from '../../../../popup/state/token/token-use.ts';
import type { Verdict } from '../../../../src/protocol/records.ts';

const cases: [what: string, verdict: Verdict, isOutOfUse: boolean][] = [
  ['a blocking failure', { check: 'signature', result: 'fail', token: 'id_token' }, true],
  ['a failure of a check that is not known', { check: 'of_a_later_version', result: 'fail' }, true],
  ['a warning', { check: 'typ', result: 'fail', token: 'id_token' }, false],
  ['a failure that is a warning here', { check: 'claim_types', result: 'fail', severity: 'warning' }, false],
  ['a check that could not be made', { check: 'signature', result: 'not_checked' }, false],
  ['a userInfo answer of another user', { check: 'userinfo_sub', result: 'fail', token: 'userinfo' }, false],
];

test.each(cases)('tokens after %s', (_what, verdict, isOutOfUse) => {
  const verdicts: Verdict[] = [{ check: 'state', result: 'pass' }, verdict];
  expect(whyNotUse({ verdicts }) !== undefined).toBe(isOutOfUse);
});
