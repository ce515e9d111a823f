import type { Difference } from '../../../src/protocol/compare/compare-members.ts';
import { type ValueType, valueType } from '../../../src/protocol/compare/exact-value.ts';
import type { Unrelated } from '../../../src/protocol/compare/unrelated.ts';
import { holdsMark } from '../../../src/protocol/imported.ts';
import type { Profile } from '../../../src/protocol/records.ts';

/** What is to be said of a change beyond that it is one. */
export function changeSay(difference: Difference, of: 'claim' | 'header' | 'fact'): string | undefined {
  if (difference.kind === 'set') {
    const { added, removed, kept } = difference;
    return `${added.length} added, ${removed.length} removed, ${kept.length} kept`;
  }
  if (difference.kind !== 'changed') return undefined;
  const { path, a, b } = difference;
  const masked = [...(isMasked(a) ? ['A'] : []), ...(isMasked(b) ? ['B'] : [])];
  if (masked.length > 0) return `Masked in ${masked.join(' and ')}: whether it changed is not known.`;
  const [before, after] = [valueType(a), valueType(b)];
  if (before !== after) return `${typeWords[before]} in A, ${typeWords[after].toLowerCase()} in B.`;
  if (of === 'header') return path[0] === 'kid' ? 'Signed with another key.' : undefined;
  const isAlike = typeof a === 'string' && typeof b === 'string' && a.normalize() === b.normalize();
  return isAlike ? 'They look alike: their characters differ.' : undefined;
}

/** What a changed lifetime comes of, as far as that is known. In Cognito nothing but the client's setting sets it. */
export function lifetimeSay(unrelated: readonly Unrelated[], provider: Profile['provider'] | undefined): string {
  if (unrelated.some(({ what }) => what === 'issuer')) return 'Lifetime: each provider sets its own.';
  if (unrelated.some(({ what }) => what === 'client')) return 'Lifetime: each client may have its own.';
  return provider === 'cognito'
    ? 'Lifetime: the app client’s setting was changed.'
    : 'Lifetime: the provider gives it another one.';
}

/** Whether an export put a mark in place of it. */
function isMasked(value: unknown): boolean {
  return typeof value === 'string' && holdsMark(value);
}

const typeWords: Record<ValueType, string> = {
  text: 'Text',
  number: 'A number',
  truth: 'True or false',
  list: 'A list',
  object: 'An object',
  null: 'Null',
};
