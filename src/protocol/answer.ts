import { withoutPairs } from './callback-match.ts';
import { tokenNames } from './records.ts';
import { parseUrl } from './url.ts';

/**
 * Something about the form of an answer that a person should know. `names` are the decoded parameter names.
 * `token_in_query`: tokens stand in the query beside the answer that was read.
 */
export type AnswerProblem = {
  id:
    | 'duplicate_parameter'
    | 'empty_parameter'
    | 'not_utf8'
    | 'leading_question_mark'
    | 'two_places'
    | 'token_in_query';
  names: string[];
};

/** An authorization response as it stood in the callback's address (RFC 6749 sections 4.1.2, 4.2.2) or in a form. */
export type Answer = {
  source: 'fragment' | 'query' | 'form_post';
  /** Decoded pairs in their order; names may repeat. */
  pairs: Pair[];
  problems: AnswerProblem[];
};

type Pair = [name: string, value: string];

/** One of these makes an address an answer; anything else is an ordinary visit to the callback. */
export const tellingNames = new Set(['access_token', 'id_token', 'refresh_token', 'code', 'error', 'response']);

/**
 * Reads the answer out of the address of a callback. Fragment and query are never merged: the fragment is taken when
 * it holds an answer, else the query, less the pairs that the callback was registered with. Never throws.
 */
export function parseAnswer(address: string, callback: string): Answer | undefined {
  const url = parseUrl(address);
  if (!url) return undefined;
  const fragment = readFragment(url.hash);
  const query = readQuery(url, parseUrl(callback));
  const taken = [fragment, query].find(hasValue) ?? [fragment, query].find(isAnswer);
  if (!taken) return undefined;
  const problems = [...formProblems(taken.pairs, unreadableNames(taken.text))];
  if (taken === fragment && url.hash.startsWith('#?')) problems.push({ id: 'leading_question_mark', names: [] });
  if (taken === fragment && isAnswer(query)) problems.push({ id: 'two_places', names: namesOf(query.pairs) });
  if (taken === fragment) problems.push(...leakedIn(query));
  return { source: taken === fragment ? 'fragment' : 'query', pairs: taken.pairs, problems };
}

/**
 * Reads the answer out of a form that was posted to a callback (OAuth 2.0 Form Post Response Mode). An answer in the
 * address beside it is named as a problem and never merged. Never throws.
 */
export function parseFormAnswer(pairs: Pair[], address: string): Answer | undefined {
  if (!isAnswer({ pairs })) return undefined;
  const inAddress = parseAnswer(address, '');
  // the form comes decoded, so a replacement character that was sent as such cannot be told apart
  const unreadable = pairs.filter((pair) => pair.join('').includes('\uFFFD'));
  const problems = [...formProblems(pairs, namesOf(unreadable))];
  if (inAddress) problems.push({ id: 'two_places', names: namesOf(inAddress.pairs) });
  const url = parseUrl(address);
  if (url) problems.push(...leakedIn(readQuery(url, undefined)));
  return { source: 'form_post', pairs, problems };
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

/** Pairs, and the text they were read from. */
type Place = { pairs: Pair[]; text: string };

function readFragment(hash: string): Place {
  // a route of the page itself (`#/cb?id_token=…`, `#!…`) is no answer of a provider
  if (/^#[/!]/.test(hash)) return { pairs: [], text: '' };
  // RFC 6749 knows no `#?`, but some providers send it
  const text = hash.replace(/^#\??/, '');
  return { pairs: readPairs(text), text };
}

function readQuery(url: URL, callback: URL | undefined): Place {
  const pairs: Pair[] = [...url.searchParams];
  return { pairs: withoutPairs(pairs, [...(callback?.searchParams ?? [])]) ?? pairs, text: url.search.slice(1) };
}

function readPairs(text: string): Pair[] {
  // URLSearchParams would drop one more question mark at the start
  return [...new URLSearchParams(`&${text}`)];
}

function isAnswer({ pairs }: Pick<Place, 'pairs'>): boolean {
  return pairs.some(([name]) => tellingNames.has(name));
}

/** Tokens in the query, whatever else holds the answer (RFC 9700 section 4.3). */
function leakedIn({ pairs }: Place): AnswerProblem[] {
  const came = new Set(pairs.filter(([, value]) => value !== '').map(([name]) => name));
  const names = tokenNames.filter((name) => came.has(name));
  return names.length > 0 ? [{ id: 'token_in_query', names }] : [];
}

/** An empty parameter counts as absent, so a place with nothing but empty ones gives way to the other. */
function hasValue({ pairs }: Place): boolean {
  return pairs.some(([name, value]) => tellingNames.has(name) && value !== '');
}

function namesOf(pairs: Pair[]): string[] {
  return [...new Set(pairs.map(([name]) => name))];
}

function* formProblems(pairs: Pair[], unreadable: string[]): Generator<AnswerProblem> {
  const repeated = repeatedNames(pairs);
  if (repeated.length > 0) yield { id: 'duplicate_parameter', names: repeated };
  const empty = namesOf(pairs.filter(([, value]) => value === ''));
  if (empty.length > 0) yield { id: 'empty_parameter', names: empty };
  if (unreadable.length > 0) yield { id: 'not_utf8', names: unreadable };
}

/** The names of pairs whose bytes are no UTF-8: decoding put in more replacement characters than were sent. */
function unreadableNames(text: string): string[] {
  // one part is one pair: empty ones give none
  const parts = text.split('&').filter((part) => part !== '');
  const unreadable = readPairs(text).filter((pair, index) => {
    const sent = parts[index]?.match(/%EF%BF%BD/gi)?.length ?? 0;
    return (pair.join('').match(/\uFFFD/g)?.length ?? 0) > sent;
  });
  return namesOf(unreadable);
}
