import { findMeaning } from '../../../src/protocol/claims.ts';
import type { Member } from '../../../src/protocol/token.ts';
import { mostRows } from '../claims/claim-rows.ts';
import { valueText } from '../claims/claim-value.ts';

export type Against = 'differs' | 'only_here' | 'same_value' | 'same' | 'no_id_token';
export type UserinfoRow = {
  name: string;
  value: unknown;
  against: Against;
  /** What the ID token says, where that explains the verdict. */
  other?: { how: 'type' | 'value' | 'called'; text: string };
};
export type Comparison = {
  rows: UserinfoRow[];
  /** Claims about the user that only the ID token has, and how many others there are about the token itself. */
  missing: string[];
  about: number;
  /** OpenID Connect Core section 5.3.2: the answer counts only with the `sub` of the ID token. `missing`: or no text. */
  sub: 'same' | 'differs' | 'missing' | 'not_compared';
};

/**
 * Puts a userInfo answer beside the ID token. What differs comes first, what is the same last; the same value written as
 * another type counts as the same.
 */
export function compareUserinfo(answer: readonly Member[], idClaims: readonly Member[] | undefined): Comparison {
  const ours = new Map(idClaims ?? []);
  const rows = answer.slice(0, mostRows).map(([name, value]): UserinfoRow => {
    if (!idClaims) return { name, value, against: 'no_id_token' };
    if (!ours.has(name)) return { name, value, against: 'only_here', ...calledOtherwise(name, value, ours) };
    const other = ours.get(name);
    if (isSame(value, other)) return { name, value, against: 'same' };
    const text = valueText(other);
    return isSameButForType(value, other)
      ? { name, value, against: 'same_value', other: { how: 'type', text } }
      : { name, value, against: 'differs', other: { how: 'value', text } };
  });
  rows.sort((a, b) => order.indexOf(a.against) - order.indexOf(b.against));
  const here = new Set(answer.map(([name]) => name));
  const called = new Set(rows.flatMap(({ other }) => (other?.how === 'called' ? [other.text] : [])));
  const only = (idClaims ?? []).map(([name]) => name).filter((name) => !here.has(name) && !called.has(name));
  const missing = only.filter(isAboutUser);
  const sub = answer.find(([name]) => name === 'sub')?.[1];
  return { rows, missing, about: only.length - missing.length, sub: judgeSub(sub, ours.get('sub')) };
}

const order: readonly Against[] = ['differs', 'only_here', 'same_value', 'same', 'no_id_token'];

function judgeSub(sub: unknown, ours: unknown): Comparison['sub'] {
  if (!isName(sub)) return 'missing';
  if (!isName(ours)) return 'not_compared';
  return sub === ours ? 'same' : 'differs';
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isSame(a: unknown, b: unknown): boolean {
  return typeof a === typeof b && valueText(a) === valueText(b);
}

/** Cognito sends every value as text, objects as JSON whose members may stand in another order. `sub` must be equal. */
function isSameButForType(here: unknown, other: unknown): boolean {
  if (typeof here === typeof other) return false;
  if (valueText(here) === valueText(other)) return true;
  const [text, value] = typeof here === 'string' ? [here, other] : [other, here];
  if (typeof text !== 'string' || typeof value !== 'object') return false;
  try {
    return ordered(JSON.parse(text)) === ordered(value);
  } catch {
    return false;
  }
}

/** JSON with the members of each object in the order of their names. Throws for what is no JSON or nested too deeply. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1));
  });
}

function calledOtherwise(name: string, value: unknown, ours: Map<string, unknown>): Pick<UserinfoRow, 'other'> {
  const other = `cognito:${name}`;
  return ours.has(other) && isSame(value, ours.get(other)) ? { other: { how: 'called', text: other } } : {};
}

function isAboutUser(name: string): boolean {
  return name.startsWith('custom:') || name.startsWith('cognito:') || findMeaning(name, 'id_token')?.group === 'who';
}
