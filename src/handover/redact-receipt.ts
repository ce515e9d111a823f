import type { Shared } from './profile-share.ts';
import type { SecretKind } from './redact-names.ts';

/** What a redacted file does not hold: how many different values of each kind, and which claims. */
export type Receipt = {
  removed: Partial<Record<SecretKind, number>>;
  masked: { claim: string; values: number }[];
  /** What profiles lost: `client_secret of orders`. */
  leftOut: string[];
};

export function receiptOf(
  kinds: ReadonlyMap<string, SecretKind>,
  masked: ReadonlyMap<string, ReadonlySet<string>>,
  shared: readonly Shared[],
): Receipt {
  return {
    removed: countsOf(kinds.values()),
    masked: [...masked].map(([claim, values]) => ({ claim, values: values.size })),
    leftOut: shared.flatMap(({ profile, leftOut }) => leftOut.map((member) => `${member} of ${profile.name}`)),
  };
}

function countsOf<K extends string>(all: Iterable<K>): Record<K, number> {
  const counts = new Map<K, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return Object.fromEntries(counts) as Record<K, number>; // of those that occur
}
