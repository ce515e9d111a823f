import type { Profile } from '../../../src/protocol/records.ts';
import { explainValue } from '../../../src/provider/value-words.ts';
import { claimRemarks, type Remark } from './claim-remarks.ts';
import type { ClaimRow } from './claim-rows.ts';
import { type MemberLine, memberLines } from './member-lines.ts';

export type ClaimNotes = {
  /** What the values stand for, where a specification or the provider says. */
  words: [value: string, words: string][];
  members?: { lines: MemberLine[]; isCut: boolean };
  remarks: Remark[];
};

const mostWords = 30;

/** What is to be said below a claim beyond its meaning. */
export function claimNotes(row: ClaimRow, provider: Profile['provider'] | undefined): ClaimNotes {
  const values = Array.isArray(row.value) ? row.value : [row.value];
  const texts = new Set(values.slice(0, mostWords).filter((value) => typeof value === 'string'));
  const words = [...texts].flatMap((value): [string, string][] => {
    const found = explainValue(provider, row.name, value);
    return found === undefined ? [] : [[value, found]];
  });
  const members = memberLines(row.name, row.value, provider);
  return { words, ...(members && { members }), remarks: claimRemarks(row) };
}
