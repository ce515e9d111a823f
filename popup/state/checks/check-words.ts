import type { CheckId } from '../../../src/protocol/checks.ts';
import type { Profile, Verdict } from '../../../src/protocol/records.ts';
import { type CheckText, checkTexts, type FailureText } from './check-texts.ts';
import { type CheckTone, verdictTone } from './verdict-summary.ts';

export type CheckLine = {
  name: string;
  wire?: string;
  tone: CheckTone;
  /** The verdict in a word or two. */
  word: string;
  /** What happened, where something did. */
  failure?: string;
  /** What it means, the general before what the judge adds. */
  texts: string[];
};

const toneWords: Record<CheckTone, string> = {
  fail: 'Failed',
  warn: 'Warning',
  note: 'Note',
  skip: 'Not checked',
  pass: 'Passed',
};

/** One verdict as a line of the list. A check of a later version shows its id and the judge's own words, no guess. */
export function checkLine(verdict: Verdict, profile?: Profile): CheckLine {
  const text = Object.hasOwn(checkTexts, verdict.check)
    ? checkTexts[verdict.check as CheckId] // looked up just before
    : undefined;
  const tone = verdictTone(verdict);
  const name = nameOf(verdict, text);
  const said = saidOf(verdict, text, profile);
  return {
    name,
    ...(text?.wire !== undefined && { wire: text.wire }),
    tone,
    word: toneWords[tone],
    ...(verdict.result === 'fail' && { failure: said.failure ?? `${name}: the check failed` }),
    texts: [said.text, verdict.reason].filter((part) => part !== undefined),
  };
}

type Said = { failure?: string; text?: string };

function saidOf(verdict: Verdict, text: CheckText | undefined, profile: Profile | undefined): Said {
  if (!text || verdict.result === 'not_checked') return {};
  if (verdict.result === 'pass') return { text: text.pass };
  const { failure, fail, cognito }: FailureText = text.cases?.find(({ when }) => when(verdict)) ?? text;
  const where = profile?.provider === 'cognito' && cognito !== undefined ? ` ${cognito}` : '';
  return { failure, text: fail + where };
}

function nameOf({ check, token }: Verdict, text: CheckText | undefined): string {
  const name = text?.name ?? check;
  return token === 'access_token' && text?.isOfBoth ? `${name} of the access token` : name;
}
