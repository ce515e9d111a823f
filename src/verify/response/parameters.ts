import { repeatedNames } from '../../protocol/answer.ts';
import { parameterNames } from '../../protocol/parameter-names.ts';
import { tokenNames, type Verdict } from '../../protocol/records.ts';
import { failed, notChecked, passed } from '../verdict.ts';
import { type AuthorizationResponse, hasValue } from './authorization-response.ts';
import { noUrl } from './reasons.ts';

/** `duplicate_parameter`, `empty_parameter`, `unknown_parameter` and `token_in_query`: how the parameters stand. */
export function judgeParameters(response: AuthorizationResponse): Verdict[] {
  const checks = ['duplicate_parameter', 'empty_parameter', 'unknown_parameter', 'token_in_query'] as const;
  if (response.isTokenAlone) return checks.map((check) => notChecked(check, noUrl));
  return [judgeRepeated(response), judgeEmpty(response), judgeUnknown(response), ...judgeTokens(response)];
}

/** RFC 6749 section 3.1: parameters must not be included more than once. */
function judgeRepeated({ capture: { params } }: AuthorizationResponse): Verdict {
  const names = repeatedNames(params);
  if (names.length === 0) return passed('duplicate_parameter');
  return failed('duplicate_parameter', {
    expected: 'each parameter once',
    actual: `${names.join(', ')} more than once`,
    reason: 'Nothing says which of the two is meant, so neither is used.',
  });
}

/** RFC 6749 section 3.1: a parameter without a value counts as absent. */
function judgeEmpty(response: AuthorizationResponse): Verdict {
  const { params } = response.capture;
  const outer = { ...response, pairs: params };
  const names = namesOf(params.filter(([name, value]) => value === '' && !hasValue(outer, name)));
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
function judgeTokens({ capture: { params, source }, pairs }: AuthorizationResponse): Verdict[] {
  const came = new Set([...params, ...pairs].map(([name]) => name));
  const names = tokenNames.filter((name) => came.has(name));
  if (names.length === 0) return [];
  if (source !== 'query') return [passed('token_in_query')];
  return [
    failed('token_in_query', {
      expected: 'tokens in the fragment or in a form',
      actual: `${names.join(', ')} in the query`,
      reason: 'A query is sent to the server, and stays in its logs and in the Referer. Take these tokens as leaked.',
    }),
  ];
}

function namesOf(pairs: readonly (readonly [string, string])[]): string[] {
  return [...new Set(pairs.map(([name]) => name))];
}
