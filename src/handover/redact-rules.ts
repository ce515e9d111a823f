import { fingerprints } from './fingerprint.ts';
import type { Found } from './redact-found.ts';
import { gramFinder } from './redact-grams.ts';
import type { SecretKind } from './redact-names.ts';
import { type Hit, merged, phraseFinder } from './redact-phrases.ts';
import { findRandomRuns, isWordLike } from './redact-random.ts';

/** What the walk that writes asks. */
export type Rules = {
  /** The mark of a whole value; undefined of one that was not found. */
  mark: (value: string) => string | undefined;
  /** Where a text holds a value, or a piece of one. In order, none within another. */
  hits: (text: string) => Hit[];
};

const spokenClaims = new Set(['email', 'sub', 'name', 'username', 'phone_number', 'address', 'birthdate', 'picture']);

export async function rulesFor(
  { secrets, claims, told }: Found,
  salt: Uint8Array<ArrayBuffer>,
): Promise<{ rules: Rules; kinds: ReadonlyMap<string, SecretKind> }> {
  const findTold = gramFinder([...told].map((text) => [text, text]));
  const kinds = new Map<string, SecretKind>();
  for (const [value, kind] of secrets) {
    if (kind !== 'value') kinds.set(value, kind);
  }
  // those that were named come first: they own the pieces that they share with what merely looks like a secret
  for (const [value, kind] of secrets) {
    if (kind !== 'value') continue;
    for (const run of untold(value, findTold)) {
      if (!kinds.has(run) && !claims.has(run)) kinds.set(run, kind);
    }
  }
  const labels = new Map<string, string>();
  for (const [value, claim] of claims) labels.set(value, spokenClaims.has(claim) ? claim : 'claim');
  for (const [value, kind] of kinds) labels.set(value, kind);
  const marks = await fingerprints(labels, salt);
  const values = [...kinds.keys()];
  const findPieces = gramFinder(values.flatMap(runsOf));
  const findWhole = phraseFinder([...claims.keys(), ...values.filter((value) => value.length >= 8 && isPlain(value))]);
  return {
    kinds,
    rules: {
      mark: (value) => marks.get(value),
      hits: (text) => merged([...findPieces(text), ...findWhole(text)]),
    },
  };
}

/** The parts of a run that are not told openly elsewhere, as far as they still look like a token. */
function untold(run: string, findTold: (text: string) => Hit[]): string[] {
  const told = findTold(run);
  if (told.length === 0) return [run];
  const gaps = [...told, { start: run.length }].map(({ start }, at) => run.slice(told[at - 1]?.end ?? 0, start));
  return gaps.flatMap((gap) => findRandomRuns(gap).map((found) => found.run));
}

/** A state may be an address, a secret a sentence: pieces of it stand in texts that tell nothing of it. */
function isPlain(secret: string): boolean {
  return /\s|:\/\//.test(secret) || isWordLike(secret);
}

function runsOf(secret: string): [run: string, value: string][] {
  const runs = isPlain(secret) ? findRandomRuns(secret).map(({ run }) => run) : [secret];
  return runs.map((run) => [run, secret]);
}
