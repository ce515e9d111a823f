import { shareProfile } from '../handover/profile-share.ts';
import { isSameJson } from '../handover/profile-share-text.ts';
import type { Profile } from '../protocol/records.ts';

/** What is known of profiles at three places, each as the text of what is shared of it (`sharedText`), by id. */
export type Sides = {
  local: ReadonlyMap<string, string>;
  remote: ReadonlyMap<string, string>;
  /** What was the same on both sides last. */
  base: ReadonlyMap<string, string>;
};

/** What has to be done so that both sides say the same. `settled`: what is the same already; it becomes the base. */
export type Merge = {
  push: string[];
  unpush: string[];
  take: string[];
  drop: string[];
  settled: Map<string, string>;
};

/**
 * Merges by what changed since both sides were the same: one change is carried over, of two the local one is kept and
 * pushed. A change outlives a deletion, whichever side made it. Ids in `untouched` are left as they are, here and there.
 */
export function mergeProfiles({ local, remote, base }: Sides, untouched: ReadonlySet<string>): Merge {
  const merge: Merge = { push: [], unpush: [], take: [], drop: [], settled: new Map() };
  for (const id of new Set([...local.keys(), ...remote.keys(), ...base.keys()])) {
    const [here, there, before] = [local.get(id), remote.get(id), base.get(id)];
    if (untouched.has(id)) {
      if (before !== undefined) merge.settled.set(id, before);
    } else if (here === there) {
      if (here !== undefined) merge.settled.set(id, here);
    } else if (there === undefined) {
      (here === before ? merge.drop : merge.push).push(id);
    } else if (here === undefined) {
      (there === before ? merge.unpush : merge.take).push(id);
    } else {
      (here === before ? merge.take : merge.push).push(id);
    }
  }
  return merge;
}

/**
 * A profile from another device, with what this one knows of it and does not share. A member that is the same there but
 * for what is not shared stays as it is here.
 */
export function withOwnParts(taken: Profile, own: Profile | undefined): Profile {
  if (!own) return taken;
  const shared: Record<string, unknown> = shareProfile(own).profile;
  const there: Record<string, unknown> = taken;
  const isKept = (name: string) =>
    ofIssuer.has(name)
      ? own.issuer === taken.issuer
      : !Object.hasOwn(shared, name) || isSameJson(shared[name], there[name]);
  const kept = Object.entries(own).filter(([name]) => isKept(name));
  const hidden = own.extraParams.filter(
    (pair) => !shareProfile(own).profile.extraParams.some(([name]) => name === pair[0]),
  );
  const extraParams = isSameJson(shared.extraParams, taken.extraParams)
    ? own.extraParams
    : [...taken.extraParams, ...hidden];
  return { ...taken, ...Object.fromEntries(kept), extraParams };
}

/** What this device found out about an issuer. */
const ofIssuer = new Set(['metadata', 'trustedOnFirstUse']);
