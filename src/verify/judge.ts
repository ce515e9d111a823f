import { repeatedNames, single } from '../protocol/answer.ts';
import { type Capture, isFromErrorPage, type PendingLogin, tokenNames, type Verdict } from '../protocol/records.ts';
import { decodeToken, hasReadableClaims } from '../protocol/token.ts';

/** What the login's request carried; undefined for a login that was not started here. */
export type Asked = Pick<PendingLogin, 'state' | 'nonce'> | undefined;

/** What else is known when an answer is judged. */
export type Context = {
  asked: Asked;
  /** Whether another answer with the same state came before: a state is good for one answer. */
  isStateSpent: boolean;
};

/**
 * The verdicts of an authorization response. Expected values come from the request alone, never from the answer.
 * So far: `duplicate_parameter`, `token_in_query`, `state` and `nonce`; a check that does not apply is not listed.
 */
export function judgeAnswer(capture: Capture, { asked, isStateSpent }: Context): Verdict[] {
  // a provider's error page is no authorization response: nothing of the request comes back with it
  if (isFromErrorPage(capture)) return [];
  return [
    judgeDuplicates(capture),
    ...judgePlace(capture),
    isStateSpent ? spentState : judgeState(capture, asked),
    ...judgeNonce(capture, asked),
  ];
}

const notStartedHere =
  'This login was not started here, so what its request carried is not known. Sign in from here to check it.';

/** RFC 6749 section 3.1: parameters must not be included more than once. */
function judgeDuplicates({ params }: Capture): Verdict {
  const names = repeatedNames(params);
  if (names.length === 0) return { check: 'duplicate_parameter', result: 'pass' };
  return {
    check: 'duplicate_parameter',
    result: 'fail',
    expected: 'each parameter once',
    actual: `${names.join(', ')} more than once`,
    reason: 'Nothing says which of the two is meant, so neither is used.',
  };
}

/** RFC 9700 sections 4.2 and 4.3, OAuth Multiple Response Types section 5: tokens never travel in the query. */
function judgePlace({ params, source }: Capture): Verdict[] {
  const check = 'token_in_query';
  const names = [...new Set(params.map(([name]) => name))].filter((name) => isTokenName(name));
  if (names.length === 0) return [];
  if (source !== 'query') return [{ check, result: 'pass' }];
  return [
    {
      check,
      result: 'fail',
      expected: 'tokens in the fragment or in a form',
      actual: `${names.join(', ')} in the query`,
      reason: 'A query is sent to the server, and stays in its logs and in the Referer. Take these tokens as leaked.',
    },
  ];
}

function isTokenName(name: string): boolean {
  return (tokenNames as readonly string[]).includes(name); // any text may be looked for
}

/** RFC 9700 section 4.2: a state should be invalidated after its first use. */
const spentState: Verdict = {
  check: 'state',
  result: 'fail',
  expected: 'a state that was not answered before',
  actual: 'one that was',
  reason: 'Another answer with this state came before. One of the two was replayed or forged. Do not use this one.',
};

/** RFC 6749 sections 4.1.2 and 10.12: the state that was sent comes back, to the letter. */
function judgeState({ params }: Capture, asked: Asked): Verdict {
  if (!asked) return { check: 'state', result: 'not_checked', reason: notStartedHere };
  const came = single(params, 'state');
  if (came === asked.state) return { check: 'state', result: 'pass' };
  const isRepeated = repeatedNames(params).includes('state');
  return {
    check: 'state',
    result: 'fail',
    expected: asked.state,
    actual: came ?? (isRepeated ? 'more than one' : 'none'),
    reason: 'The answer does not belong to the login that was started in this tab. Do not use it.',
  };
}

/** OpenID Connect Core section 3.1.3.7 rule 11: the nonce that was sent stands in the ID token, to the letter. */
function judgeNonce({ tokens, error }: Capture, asked: Asked): Verdict[] {
  const token = tokens.id_token;
  if (token === undefined || error) return [];
  const about = { check: 'nonce', token: 'id_token', from: 'front_channel' } as const;
  if (!asked) return [{ ...about, result: 'not_checked', reason: notStartedHere }];
  const decoded = decodeToken(token);
  if (decoded.kind !== 'signed' || !hasReadableClaims(decoded)) {
    const what = decoded.kind === 'encrypted' ? 'The ID token is encrypted' : 'The ID token cannot be read';
    return [{ ...about, result: 'not_checked', reason: `${what}, so its nonce is not known.` }];
  }
  const came = decoded.claims.find(([name]) => name === 'nonce')?.[1];
  if (came === asked.nonce) return [{ ...about, result: 'pass' }];
  return [
    {
      ...about,
      result: 'fail',
      expected: asked.nonce,
      actual: typeof came === 'string' ? came : came === undefined ? 'none' : `a ${typeof came}, not text`,
      reason: 'The ID token belongs to another login. Do not use it.',
    },
  ];
}
