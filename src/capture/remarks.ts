import { type Answer, single } from '../protocol/answer.ts';
import { sentValue } from '../protocol/authorize-url.ts';
import type { Capture, Profile } from '../protocol/records.ts';
import { parametersRefusal, valueRefusal } from '../protocol/refusal.ts';
import { parameterLimit, tokenLimit } from './answer-limits.ts';
import type { Matched } from './matched.ts';

/** What a person must know of how an answer was taken in, as events of its capture: names and sizes, never values. */
export function remarksOn({ profile, answer, arrival, isErrorPage, isAmbiguous }: Matched): Capture['events'] {
  const at = Math.round(arrival.at);
  return [
    ...oddities(answer, arrival),
    ...(isErrorPage ? [] : misplaced(profile, answer, at)),
    ...refusals(arrival),
    ...(isAmbiguous ? [{ at, kind: 'ambiguous_profile' }] : []),
  ];
}

/** What is odd about the form of the answer. A parameter that stands twice has a check of its own. */
function oddities({ problems }: Answer, { at, refused }: Matched['arrival']): Capture['events'] {
  const cutOut = new Set(refused.flatMap((one) => ('name' in one ? [one.name] : [])));
  return problems.flatMap(({ id, names }) => {
    // one of the same name that was too long may stand elsewhere
    const own = names.filter((name) => id === 'token_in_query' || !cutOut.has(name));
    if (id === 'duplicate_parameter' || (names.length > 0 && own.length === 0)) return [];
    return [{ at: Math.round(at), kind: id, ...(own.length > 0 && { detail: listed(own) }) }];
  });
}

/** In characters: names that are longer together are cut. */
const longest = 1000;

function listed(names: string[]): string {
  const text = names.join(', ');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** What stands where it does not belong: an error in the query of a flow that answers in the fragment, a refresh token. */
function misplaced(profile: Profile, { source, pairs }: Answer, at: number): Capture['events'] {
  const responseMode = sentValue(profile, 'response_mode');
  const responseType = sentValue(profile, 'response_type') ?? '';
  const isInFragment = responseMode === 'fragment' || (responseMode === undefined && /token/.test(responseType));
  const isMisplaced = source === 'query' && isInFragment && single(pairs, 'error') !== undefined;
  const isInAddress = source === 'query' || source === 'fragment';
  const hasRefreshToken = isInAddress && single(pairs, 'refresh_token') !== undefined;
  return [
    ...(isMisplaced ? [{ at, kind: 'error_in_query' }] : []),
    ...(hasRefreshToken ? [{ at, kind: 'refresh_token_in_address' }] : []),
  ];
}

function refusals({ refused, at }: Matched['arrival']): Capture['events'] {
  return refused.map((one) => ({
    at: Math.round(at),
    kind: 'refused',
    detail:
      'name' in one ? valueRefusal(one.name, one.size, tokenLimit) : parametersRefusal(one.parameters, parameterLimit),
  }));
}
