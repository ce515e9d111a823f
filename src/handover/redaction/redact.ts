import type { Capture, Profile } from '../../protocol/records.ts';
import { isSecretName, isTokenLike } from '../../protocol/secret-names.ts';
import { type Shared, shareProfile } from '../profile-share.ts';
import { newSalt } from './fingerprint.ts';
import { nothingFound } from './found.ts';
import { maskedNames, type SecretKind } from './names.ts';
import { type Rules, rulesFor } from './rules.ts';
import { walkRecord } from './walk.ts';

/** What a redacted file does not hold: how many different values of each kind, and which claims. */
export type Receipt = {
  removed: Partial<Record<SecretKind, number>>;
  masked: { claim: string; values: number }[];
  /** What profiles lost: `client_secret of orders`. */
  leftOut: string[];
};

export type Redacted = { captures: Capture[]; profiles: Profile[]; receipt: Receipt };

type Options = {
  /** The claims whose values are masked. */
  masked: ReadonlySet<string>;
  salt?: Uint8Array<ArrayBuffer>;
  /** Lets others do something: thousands of captures take seconds. */
  pause?: () => Promise<unknown>;
};

/** So many captures are walked over before a pause. */
const atOnce = 10;

/**
 * Captures and profiles as others may have them: every signature cut, every token, code, state, nonce and secret replaced by
 * a mark that is equal for equal values, and the values of masked claims too, wherever in the records they stand.
 */
export async function redact(
  captures: readonly Capture[],
  profiles: readonly Profile[],
  { masked, salt = newSalt(), pause = async () => {} }: Options,
): Promise<Redacted> {
  const found = nothingFound();
  const about = { found, isMasked: maskedNames(masked) };
  const shared = profiles.map(shareProfile);
  const walkAll = async (rules?: Rules) => {
    const walk = { ...about, ...(rules && { rules }) };
    const walked: Capture[] = [];
    for (const [at, capture] of captures.entries()) {
      if (at % atOnce === atOnce - 1) await pause();
      // an id is made from what is replaced
      const record = { ...capture, id: `capture-${at + 1}` };
      // a record whose texts alone change is one still: its members and their fixed values stay
      walked.push(JSON.parse(walkRecord(walk, record)) as Capture);
    }
    return {
      captures: walked,
      profiles: shared.map(({ profile }) => JSON.parse(walkRecord(walk, profile, { isProfile: true })) as Profile),
    };
  };
  // they are left out of the profile, and may stand elsewhere
  for (const profile of profiles) walkRecord(about, secretParams(profile));
  await walkAll();
  const { rules, kinds } = await rulesFor(found, salt);
  const receipt = receiptOf(kinds, found.masked, shared);
  // names of claims and of profiles come from outside
  const told = JSON.parse(walkRecord({ ...about, rules }, receipt, { isProfile: true })) as Receipt;
  return { ...(await walkAll(rules)), receipt: told };
}

function secretParams({ extraParams }: Profile): Profile['extraParams'] {
  return extraParams.filter(([name, value]) => isSecretName(name) || isTokenLike(value));
}

function receiptOf(
  kinds: ReadonlyMap<string, SecretKind>,
  masked: ReadonlyMap<string, ReadonlySet<string>>,
  shared: readonly Shared[],
): Receipt {
  const removed: Receipt['removed'] = {};
  for (const kind of kinds.values()) removed[kind] = (removed[kind] ?? 0) + 1;
  return {
    removed,
    masked: [...masked].map(([claim, values]) => ({ claim, values: values.size })),
    leftOut: shared.flatMap(({ profile, leftOut }) => leftOut.map((member) => `${member} of ${profile.name}`)),
  };
}
