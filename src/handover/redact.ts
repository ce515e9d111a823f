import type { Capture, Profile } from '../protocol/records.ts';
import { newSalt } from './fingerprint.ts';
import { shareProfile } from './profile-share.ts';
import { nothingFound } from './redact-found.ts';
import { type Receipt, receiptOf } from './redact-receipt.ts';
import { rulesFor } from './redact-rules.ts';
import { maskedNames } from './redact-text.ts';
import { walkRecord } from './redact-walk.ts';

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
  const isMasked = maskedNames(masked);
  const shared = profiles.map(shareProfile);
  const found = nothingFound();
  const walk = async (rules?: Awaited<ReturnType<typeof rulesFor>>['rules']) => {
    const how = { found, isMasked, ...(rules && { rules }) };
    const walked: Capture[] = [];
    for (const [at, capture] of captures.entries()) {
      if (at % atOnce === atOnce - 1) await pause();
      // an id is made from what is replaced
      const record = { ...capture, id: `capture-${at + 1}` };
      // a record whose texts alone change is one still: its members and their fixed values stay
      walked.push(JSON.parse(walkRecord(how, record)) as Capture);
    }
    return {
      captures: walked,
      profiles: shared.map(({ profile }) => JSON.parse(walkRecord(how, profile, { isProfile: true })) as Profile),
    };
  };
  await walk();
  const { rules, kinds } = await rulesFor(found, salt);
  const receipt = receiptOf(kinds, found.masked, shared);
  // names of claims and of profiles come from outside
  const told = JSON.parse(walkRecord({ found, isMasked, rules }, receipt, { isProfile: true })) as Receipt;
  return { ...(await walk(rules)), receipt: told };
}
