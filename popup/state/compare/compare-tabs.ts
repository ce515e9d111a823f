import type { ComparedCaptures } from '../../../src/protocol/compare/compare-captures.ts';
import type { ComparedTokens } from '../../../src/protocol/compare/compare-tokens.ts';
import { countDifferences } from '../../../src/protocol/compare/count-differences.ts';
import type { TokenName } from '../../../src/protocol/records.ts';
import { tokenTitle } from '../token/token-names.ts';

export type TabName = TokenName | 'userinfo' | 'login';
export type CompareTab = { name: TabName; title: string; words: string };

const title: Record<TabName, string> = { ...tokenTitle, userinfo: 'userInfo', login: 'Login' };

/** The tabs with the number of differences in each. `missing`: why neither capture has a token. */
export function compareTabs(compared: ComparedCaptures, missing: (name: TokenName) => string): CompareTab[] {
  const parts = compared.parts.map(
    ({ name, compared: tokens }): CompareTab => ({
      name,
      title: title[name],
      words: partWords(tokens) ?? (name === 'userinfo' ? 'not called' : missing(name)),
    }),
  );
  const { facts, checks } = compared;
  const words = checks ? differences(count(facts) + checks.length) : 'still being checked';
  return [...parts, { name: 'login', title: title.login, words }];
}

/** The tab in front at first: that of a token both have, else of the login, as where one of the two is an error. */
export function firstCompareTab({ parts }: ComparedCaptures): TabName {
  return parts.find(({ compared: { a, b } }) => a !== 'none' && b !== 'none')?.name ?? 'login';
}

/** Undefined where neither has one. */
function partWords({ a, b, isSame, claims, header }: ComparedTokens): string | undefined {
  if (a === 'none' && b === 'none') return undefined;
  if (a === 'none' || b === 'none') return `only in ${a === 'none' ? 'B' : 'A'}`;
  if (isSame) return 'the very same';
  if (a !== 'claims' || b !== 'claims') return 'another one';
  return differences(count([...claims, ...header]));
}

function count(list: Parameters<typeof countDifferences>[0]): number {
  const { added, removed, changed } = countDifferences(list);
  return added + removed + changed;
}

function differences(number: number): string {
  if (number === 0) return 'nothing differs';
  return number === 1 ? '1 difference' : `${number.toLocaleString('en')} differences`;
}
