import type { JsonPath } from '../../../src/protocol/json-scan.ts';
import { type TokenName, tokenNames } from '../../../src/protocol/records.ts';
import { tokenTitle } from '../token/token-names.ts';

const names: Record<string, string> = {
  profile: 'Profile',
  started: 'Started',
  response_type: 'Flow (response_type)',
  scope_requested: 'Scopes asked for',
  scope: 'Scopes granted',
  source: 'How the answer came',
  callback: 'Where it ended',
  tokens: 'Tokens held',
  token_type: 'Kind of access token',
  error: 'Error',
  error_description: 'Description of the error',
};

/** A fact of a login in plain words. */
export function factName(fact: string): string {
  return names[fact] ?? fact;
}

const sources: Record<string, string> = {
  fragment: 'in the fragment of the callback',
  query: 'in the query of the callback',
  form_post: 'in a form sent to the callback',
  token_endpoint: 'from the token endpoint',
};
const origins: Record<string, string> = { pasted: 'pasted by hand', imported: 'imported', sample: 'a sample' };

/** Its value in plain words, where the record has a word of its own for it. */
export function factValue(path: JsonPath, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => factEntry(path, entry));
  const [fact] = path;
  if (typeof value !== 'string') return value;
  if (fact === 'source') return sources[value] ?? value;
  return fact === 'started' ? (origins[value] ?? value) : value;
}

/** The same of one entry of a fact that is a list. */
export function factEntry([fact]: JsonPath, entry: unknown): unknown {
  return fact === 'tokens' && isToken(entry) ? tokenTitle[entry] : entry;
}

function isToken(name: unknown): name is TokenName {
  return tokenNames.some((known) => known === name);
}
