import type { ComparedCaptures } from '../../../src/protocol/compare/compare-captures.ts';
import { type CompareGroup, loginGroups, tokenGroups } from './compare-items.ts';
import type { TabName } from './compare-tabs.ts';
import { loginSum, type Sum, tokenSum } from './sum-words.ts';

/** What one tab shows: the sum for the stub, and the rows by group. */
export function tabContent(compared: ComparedCaptures, name: TabName): { sum: Sum; groups: CompareGroup[] } {
  const part = compared.parts.find((one) => one.name === name);
  if (part) return { sum: tokenSum(part.compared), groups: tokenGroups(part.compared) };
  return { sum: loginSum(compared), groups: loginGroups(compared.facts, compared.checks) };
}
