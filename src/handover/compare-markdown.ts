import { findMeaning } from '../protocol/claims.ts';
import type { ComparedCaptures, ComparedPart } from '../protocol/compare/compare-captures.ts';
import type { CheckResult } from '../protocol/compare/compare-checks.ts';
import { distanceText } from '../protocol/compare/distance-text.ts';
import type { Unrelated } from '../protocol/compare/unrelated.ts';
import { partBlocks } from './compare-markdown-part.ts';
import { isTelling } from './compare-markdown-row.ts';
import { comparedTable, type Row, rowsOf } from './compare-markdown-table.ts';
import { markdownCell } from './markdown-cell.ts';
import { markdownNames } from './markdown-names.ts';
import { utcText } from './utc-text.ts';

/** How one of the two captures is named. `at` in ms. */
export type ComparedSide = { at: number; profile: string; user: string };

/**
 * Two compared captures as Markdown for an issue: what differs, never a token or a signature, nothing of claims that are
 * new on every login. Whatever a token says is text in it: it makes no link, image, mention or HTML.
 */
export function compareMarkdown(compared: ComparedCaptures, a: ComparedSide, b: ComparedSide): string {
  const { parts, facts, checks, unrelated, apart } = compared;
  const checkRows = (checks ?? []).map(({ check, token, ...results }): Row => {
    const name = `check ${token === undefined ? check : `${check}, ${token}`}`;
    return () => [markdownCell(name), resultWords[results.a], resultWords[results.b], 'changed'];
  });
  const login = [...rowsOf(facts), ...checkRows];
  const blocks = [
    '### Two logins compared',
    [`- A: ${sideLine(a)}`, `- B: ${sideLine(b)}${apart === 0 ? '' : `, ${apartWords(apart)}`}`].join('\n'),
    ...unrelated.map((one) => `**${unrelatedWords[one.what]}** A: ${markdownCell(one.a)}, B: ${markdownCell(one.b)}`),
    personalLine(parts),
    ...parts.flatMap(partBlocks),
    '#### Login',
    comparedTable('Fact', login),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sideLine({ at, profile, user }: ComparedSide): string {
  return `${utcText(at)}, profile ${markdownCell(profile)}, user ${markdownCell(user)}`;
}

function apartWords(apart: number): string {
  return `${distanceText(apart / 1000)} ${apart < 0 ? 'before' : 'after'} A`;
}

const unrelatedWords: Record<Unrelated['what'], string> = {
  issuer: 'Two unrelated logins: the issuers differ.',
  client: 'Two clients.',
  user: 'Two users.',
};

const resultWords: Record<CheckResult, string> = {
  pass: 'passed',
  fail: 'failed',
  not_checked: 'not checked',
  not_made: 'not made',
};

/** The user's own claims, and those that no specification knows: nobody can say what stands in them. */
function personalLine(parts: readonly ComparedPart[]): string {
  const shown = parts.flatMap(({ compared }) => compared.claims.filter(isTelling).map(({ path }) => String(path[0])));
  const personal = shown.filter((name) => {
    const meaning = findMeaning(name, 'id_token');
    return meaning === undefined || meaning.group === 'who';
  });
  const also = personal.length > 0 ? ` and the values of ${markdownNames(personal)}` : '';
  return `May be personal: the users named above${also}. Values of claims that are new on every login, tokens and signatures are left out.`;
}
