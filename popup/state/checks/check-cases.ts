/** Which failure of a check it was, told by what the judge says: by its severity, and by what was expected and came. */
import { severityOf } from '../../../src/protocol/checks.ts';
import type { Verdict } from '../../../src/protocol/records.ts';

type When = (verdict: Verdict) => boolean;

/** What was expected did not come at all, or came empty. */
export const isMissing: When = cameAs(/^(?:none|an empty (?:text|list))$/);

/** A warning or a note, though the check is blocking elsewhere. */
export const isMilder: When = (verdict) => severityOf(verdict) !== 'blocking';

/** Two addresses that are one but for a slash at the end. */
export const differsBySlash: When = ({ expected = '', actual = '' }) =>
  expected === `${actual}/` || actual === `${expected}/`;

/** A moment beyond the year 9999, or one that no calendar reaches. */
export const isFarAhead: When = cameAs(/^(?:\+\d|\d{10,}$)/);

export function cameAs(pattern: RegExp): When {
  return ({ actual = '' }) => pattern.test(actual);
}

export function wasExpected(pattern: RegExp): When {
  return ({ expected = '' }) => pattern.test(expected);
}
