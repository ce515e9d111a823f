import { withoutPairs } from './callback-match.ts';
import { parseUrl } from './url.ts';

/** Something about the form of an answer that a person should know. `names` are the decoded parameter names. */
export type AnswerProblem = {
  id: 'duplicate_parameter' | 'empty_parameter' | 'not_utf8' | 'leading_question_mark' | 'two_places';
  names: string[];
};

/** An authorization response as it stood in the callback's address (RFC 6749 sections 4.1.2, 4.2.2). */
export type Answer = {
  source: 'fragment' | 'query';
  /** Decoded pairs in their order; names may repeat. */
  pairs: [name: string, value: string][];
  problems: AnswerProblem[];
};

/** One of these makes an address an answer; anything else is an ordinary visit to the callback. */
const telling = new Set(['access_token', 'id_token', 'refresh_token', 'code', 'error', 'response']);

/**
 * Reads the answer out of the address of a callback. Fragment and query are never merged: the fragment is taken when
 * it holds an answer, else the query, less the pairs that the callback was registered with. Never throws.
 */
export function parseAnswer(address: string, callback: string): Answer | undefined {
  const url = parseUrl(address);
  if (!url) return undefined;
  const fragment = readFragment(url.hash);
  const own = parseUrl(callback);
  const all: [string, string][] = [...url.searchParams];
  const query = withoutPairs(all, own ? [...own.searchParams] : []) ?? all;
  const isInFragment = isAnswer(fragment.pairs);
  const isInQuery = isAnswer(query);
  if (!isInFragment && !isInQuery) return undefined;
  const pairs = isInFragment ? fragment.pairs : query;
  const raw = isInFragment ? url.hash : url.search;
  const problems = [...formProblems(pairs, raw)];
  if (isInFragment && fragment.hadQuestionMark) problems.push({ id: 'leading_question_mark', names: [] });
  if (isInFragment && isInQuery) problems.push({ id: 'two_places', names: query.map(([name]) => name) });
  return { source: isInFragment ? 'fragment' : 'query', pairs, problems };
}

/** The value of a parameter that stands exactly once and is not empty: an empty one counts as absent (RFC 6749 3.1). */
export function single(pairs: readonly (readonly [string, string])[], name: string): string | undefined {
  const found = pairs.filter((pair) => pair[0] === name);
  return found.length === 1 && found[0]?.[1] !== '' ? found[0]?.[1] : undefined;
}

/** The names that stand more than once, each named once. */
export function repeatedNames(pairs: readonly (readonly [string, string])[]): string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const [name] of pairs) (seen.has(name) ? repeated : seen).add(name);
  return [...repeated];
}

function readFragment(hash: string): { pairs: [string, string][]; hadQuestionMark: boolean } {
  const text = hash.slice(1);
  // URLSearchParams drops one leading "?" by itself; it is told apart here because RFC 6749 knows no such form.
  return { pairs: [...new URLSearchParams(text)], hadQuestionMark: text.startsWith('?') };
}

function isAnswer(pairs: [string, string][]): boolean {
  return pairs.some(([name]) => telling.has(name));
}

function* formProblems(pairs: [string, string][], raw: string): Generator<AnswerProblem> {
  const repeated = repeatedNames(pairs);
  if (repeated.length > 0) yield { id: 'duplicate_parameter', names: repeated };
  const empty = pairs.filter(([, value]) => value === '').map(([name]) => name);
  if (empty.length > 0) yield { id: 'empty_parameter', names: [...new Set(empty)] };
  const hadReplacement = /%EF%BF%BD/i.test(raw);
  const unreadable = pairs.filter((pair) => pair.join('').includes('\uFFFD')).map(([name]) => name);
  if (unreadable.length > 0 && !hadReplacement) yield { id: 'not_utf8', names: unreadable };
}
