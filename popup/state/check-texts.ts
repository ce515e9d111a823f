/** What is said of each check, in plain words: one list from its parts, none left out. */
import type { CheckId } from '../../src/protocol/checks.ts';
import { claimTexts } from './check-texts-claims.ts';
import { endpointTexts } from './check-texts-endpoints.ts';
import { responseTexts } from './check-texts-response.ts';
import { signatureTexts } from './check-texts-signature.ts';

type Failure = {
  /** What happened, as a heading. */
  failure: string;
  /** What it means and what to do next. */
  fail: string;
};

export type CheckText = Failure & {
  name: string;
  wire?: string;
  pass: string;
  /** Where to look in Cognito's console, said of its profiles alone. */
  cognito?: string;
  /** What a failure means where it is a warning or a note, though the check is blocking elsewhere. */
  milder?: Failure;
};

export type CheckTexts = Partial<Record<CheckId, CheckText>>;

export const checkTexts: Record<CheckId, CheckText> = {
  ...responseTexts,
  ...signatureTexts,
  ...claimTexts,
  ...endpointTexts,
};
