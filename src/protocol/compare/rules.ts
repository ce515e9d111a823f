import { timeClaims } from '../claims-times.ts';
import type { JsonPath } from '../json-scan.ts';

/** Which values are compared otherwise than to the letter. Names are those of outermost members unless told otherwise. */
export type Rules = {
  /** Lists whose order says nothing. `deep`: wherever they stand, also as the last word of a name: `https://app.example/roles`. */
  sets: ReadonlySet<string>;
  deepSets: ReadonlySet<string>;
  /** Texts of words parted by spaces, whose order says nothing. */
  words: ReadonlySet<string>;
  /** Moments in seconds. */
  times: ReadonlySet<string>;
  /** Another one with each login, so that it says nothing. */
  everyLogin: ReadonlySet<string>;
};

const none: ReadonlySet<string> = new Set();

/** OpenID Connect Core section 2, RFC 7519 section 4.1, RFC 8693 section 4.2, RFC 9068 section 2.2.3.1; Cognito's and others' own. */
export const claimRules: Rules = {
  sets: new Set(['aud', 'amr', 'scope', 'scp', 'wids']),
  deepSets: new Set(['groups', 'roles', 'entitlements', 'permissions']),
  words: new Set(['scope', 'scp']),
  times: new Set(Object.keys(timeClaims)),
  everyLogin: new Set(['nonce', 'at_hash', 'c_hash', 's_hash', 'jti', 'origin_jti', 'event_id', 'sid']),
};

/** Of a header nothing is to be expected. */
export const headerRules: Rules = { sets: none, deepSets: none, words: none, times: none, everyLogin: none };

/** The facts of a login, as `login-facts.ts` names them. */
export const loginRules: Rules = { ...headerRules, sets: new Set(['scope', 'scope_requested', 'tokens']) };

/** The last name on a way to a value where a rule may hold of it. */
export function ruleName(path: JsonPath, rules: Rules): string | undefined {
  const last = path.at(-1);
  if (typeof last !== 'string') return undefined;
  return path.length === 1 || isDeepSet(last, rules) ? last : undefined;
}

/** Whether a list of this name is a set, wherever it stands. */
export function isDeepSet(name: string, { deepSets }: Rules): boolean {
  if (deepSets.has(name)) return true;
  const end = Math.max(...['/', ':', '.', '#'].map((sign) => name.lastIndexOf(sign)));
  return deepSets.has(name.slice(end + 1));
}
