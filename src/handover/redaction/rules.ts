import { findBase64, readingsOf } from './encoded.ts';
import { fingerprints } from './fingerprint.ts';
import type { Found } from './found.ts';
import { type Finder, type Hit, merged, type Phrase, phraseFinder, pieceFinder } from './hits.ts';
import type { SecretKind } from './names.ts';
import { findRandomRuns, isWordLike } from './random.ts';

/** What the walk that writes asks. */
export type Rules = {
  /** The mark of a whole value; undefined of one that was not found. */
  mark: (value: string) => string | undefined;
  /** Where a text holds values or pieces of them, encoded ones too. In order, none within another. */
  hits: Finder;
};

const spokenClaims = new Set(['email', 'sub', 'name', 'username', 'phone_number', 'address', 'birthdate', 'picture']);

/** What is to be done with what was found. `kinds`: what each secret is. */
export async function rulesFor(
  found: Found,
  salt: Uint8Array<ArrayBuffer>,
): Promise<{ rules: Rules; kinds: ReadonlyMap<string, SecretKind> }> {
  const { claims } = found;
  const kinds = kindsOf(found);
  const labels = new Map<string, string>();
  for (const [value, claim] of claims) labels.set(value, spokenClaims.has(claim) ? claim : 'claim');
  for (const [value, kind] of kinds) labels.set(value, kind);
  const marks = await fingerprints(labels, salt);
  const findPieces = pieceFinder([...kinds.keys()].flatMap(runsOf));
  const findPhrases = phraseFinder([...[...claims.keys()].map(claimPhrase), ...[...kinds].flatMap(secretPhrase)]);
  const find = throughCodings((text) => [...findPieces(text), ...findPhrases(text)]);
  return { kinds, rules: { mark: (value) => marks.get(value), hits: (text) => merged(find(text)) } };
}

/** Those that were named come first: they own the pieces that they share with what merely looks like a secret. */
function kindsOf({ secrets, claims, told }: Found): Map<string, SecretKind> {
  const findTold = pieceFinder([...told].map((text) => [text, text]));
  const kinds = new Map([...secrets].filter(([, kind]) => kind !== 'value'));
  for (const [value, kind] of secrets) {
    if (kind !== 'value') continue;
    for (const run of untold(value, findTold)) {
      if (!kinds.has(run) && !claims.has(run)) kinds.set(run, kind);
    }
  }
  return kinds;
}

/** The parts of a run that are not told openly elsewhere, as far as they still look like a token. */
function untold(run: string, findTold: Finder): string[] {
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

/** A first name stands in addresses too: `ada.lovelace`, `alovelace1`. */
function claimPhrase(value: string): Phrase {
  return { value, isDistinct: value.length >= 5 };
}

/** Of those whose pieces are not looked for: they are too short, or words. */
function secretPhrase([value, kind]: [value: string, kind: SecretKind]): Phrase[] {
  const isShort = value.length < 8;
  if (!isShort) return isPlain(value) ? [{ value, isDistinct: true }] : [];
  const isWord = isWordLike(value);
  // a state such as `login` is a word in many addresses
  if (isWord && (kind === 'state' || kind === 'nonce')) return [];
  return [{ value, isDistinct: value.length >= 4 && !isWord }];
}

/** So many encodings within one another are read: whoever wrote more wanted to hide it. */
export const deepest = 3;

/** Finds the same also where a text has it percent-encoded, with the escapes of JSON, or in base64. */
function throughCodings(find: Finder, depth = 0): Finder {
  return (text) => {
    const hits = find(text);
    if (depth === deepest) return hits;
    const findWithin = throughCodings(find, depth + 1);
    for (const reading of readingsOf(text)) {
      for (const hit of findWithin(reading.text)) hits.push(placed(hit, reading.places));
    }
    for (const { start, end, within } of findBase64(text)) {
      const [hit] = findWithin(within);
      if (hit) hits.push({ ...hit, start, end });
    }
    return hits;
  };
}

function placed({ start, end, ...hit }: Hit, places: readonly number[]): Hit {
  return { ...hit, start: places[start] ?? 0, end: places[end] ?? 0 };
}
