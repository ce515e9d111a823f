import { repeatedNames } from '../../protocol/answer.ts';
import { parameterNames } from '../../protocol/parameter-names.ts';
import { type Capture, tokenNames, type Verdict } from '../../protocol/records.ts';
import { findParametersRefusal } from '../../protocol/refusal.ts';
import { failed, notChecked, passed } from '../verdict.ts';
import { type AuthorizationResponse, hasValue, isTooLong } from './authorization-response.ts';
import { noUrl, tooMany } from './reasons.ts';

/** `duplicate_parameter`, `empty_parameter`, `unknown_parameter` and `token_in_query`: how the parameters stand. */
export function judgeParameters(response: AuthorizationResponse): Verdict[] {
  const checks = ['duplicate_parameter', 'empty_parameter', 'unknown_parameter', 'token_in_query'] as const;
  if (response.isTokenAlone) return checks.map((check) => notChecked(check, noUrl));
  return [judgeRepeated(response), judgeEmpty(response), judgeUnknown(response), ...judgeTokens(response)];
}

/** RFC 6749 section 3.1: parameters must not be included more than once. In a JWT or beside it is twice as well. */
function judgeRepeated(response: AuthorizationResponse): Verdict {
  const { params, events } = response.capture;
  const names = new Set([...repeatedNames(params), ...insideAndBeside(response)]);
  if (names.size === 0) {
    const dropped = findParametersRefusal(events);
    return dropped ? notChecked('duplicate_parameter', tooMany(dropped)) : passed('duplicate_parameter');
  }
  return failed('duplicate_parameter', {
    expected: 'each parameter once',
    actual: `${[...names].join(', ')} more than once`,
    reason: 'Nothing says which of the two is meant, so neither is used.',
  });
}

/** The `iss` of an answer may stand in both places, and is compared. */
function insideAndBeside({ isJarm, pairs, capture }: AuthorizationResponse): string[] {
  const inside = isJarm ? namesOf(pairs) : [];
  const beside = filledNames(capture);
  return inside.filter((name) => name !== 'iss' && parameterNames.has(name) && beside.has(name));
}

/** Those with a value: that of a token stands elsewhere. */
function filledNames({ params, tokens }: Capture): Set<string> {
  return new Set([...Object.keys(tokens), ...params.filter(([, value]) => value !== '').map(([name]) => name)]);
}

/** RFC 6749 section 3.1: a parameter without a value counts as absent. */
function judgeEmpty(response: AuthorizationResponse): Verdict {
  const filled = filledNames(response.capture);
  const empty = namesOf(response.capture.params).filter((name) => !filled.has(name));
  const names = empty.filter((name) => !isTooLong(response, name));
  if (names.length === 0) return passed('empty_parameter');
  return failed('empty_parameter', { expected: 'a value for each parameter', actual: `none for ${names.join(', ')}` });
}

/** RFC 6749 sections 3.1 and 4.1.2: parameters that are not known are ignored. */
function judgeUnknown({ capture: { params } }: AuthorizationResponse): Verdict {
  const names = namesOf(params).filter((name) => !parameterNames.has(name));
  if (names.length === 0) return passed('unknown_parameter');
  return failed('unknown_parameter', { expected: 'parameters of the specifications', actual: names.join(', ') });
}

/** RFC 9700 sections 4.2 and 4.3, OAuth Multiple Response Types section 5: tokens never travel in the query. */
function judgeTokens(response: AuthorizationResponse): Verdict[] {
  const { capture, hasUrl } = response;
  const came = tokenNames.filter((name) => hasValue(response, name));
  const leaked = capture.source === 'query' ? came.join(', ') : leakedBeside(capture);
  if (came.length === 0 && !leaked) return [];
  if (!hasUrl) return [notChecked('token_in_query', noUrl)];
  if (!leaked) return [passed('token_in_query')];
  return [
    failed('token_in_query', {
      expected: 'tokens in the fragment or in a form',
      actual: `${leaked} in the query`,
      reason: 'A query is sent to the server, and stays in its logs and in the Referer. Take these tokens as leaked.',
    }),
  ];
}

/** The names of tokens that stood in the query beside the answer. */
function leakedBeside({ events }: Capture): string | undefined {
  return events.find(({ kind }) => kind === 'token_in_query')?.detail;
}

function namesOf(pairs: readonly (readonly [string, string])[]): string[] {
  return [...new Set(pairs.map(([name]) => name))];
}
