/** What is said of each check, in plain words: one list from its parts, none left out. */
import type { CheckId } from '../../../src/protocol/checks.ts';
import type { Verdict } from '../../../src/protocol/records.ts';
import { accessTokenTexts } from './check-texts-access-token.ts';
import { bindingTexts } from './check-texts-binding.ts';
import { claimTexts } from './check-texts-claims.ts';
import { endpointTexts } from './check-texts-endpoints.ts';
import { responseTexts } from './check-texts-response.ts';
import { signatureTexts } from './check-texts-signature.ts';
import { timeTexts } from './check-texts-times.ts';
import { userinfoTexts } from './check-texts-userinfo.ts';

export type FailureText = {
  /** What happened, as a heading. */
  failure: string;
  /** What it means and what to do next. It stands on its own, also without the heading. */
  fail: string;
  /** Where to look in Cognito's console, said of its profiles alone. */
  cognito?: string;
};

export type CheckText = FailureText & {
  name: string;
  wire?: string;
  pass: string;
  /** Made of ID tokens and of access tokens: the name alone does not say of which. */
  isOfBoth?: true;
  /** Failures that mean something else. The first that fits goes before what is said above. */
  cases?: readonly (FailureText & { when: (verdict: Verdict) => boolean })[];
};

export type CheckTexts = Partial<Record<CheckId, CheckText>>;

export const checkTexts: Record<CheckId, CheckText> = {
  ...responseTexts,
  ...accessTokenTexts,
  ...signatureTexts,
  ...claimTexts,
  ...timeTexts,
  ...bindingTexts,
  ...endpointTexts,
  ...userinfoTexts,
};
