import type { Profile } from '../protocol/records.ts';
import type { ListItem } from './item.ts';
import type { Loaded } from './shape.ts';

/** A list that is only read. */
export type ReadList<T> = Omit<ListItem<T>, 'update'>;

/** What of a policy is left out: records that do not fit their shape, and profiles whose id an earlier one has. */
export type LeftOut = { unreadable: number; doubled: Profile[] };

/** Both kinds of profiles. `misfits` holds those of the policy too. */
type AllProfiles = Omit<ReadList<Profile>, 'load'> & {
  load(): Promise<Loaded<Profile> & { leftOut: LeftOut }>;
};

/**
 * The profiles of a managed policy, then the person's own. Of two with the same id the managed one counts, of two managed
 * ones the first; the other of those is a misfit.
 */
export function withManaged(own: ListItem<Profile>, policy: ReadList<Profile>): AllProfiles {
  const managed = eachOnce(policy);
  const joined = (first: Profile[], then: Profile[]) => {
    const taken = new Set(first.map(({ id }) => id));
    return [...first, ...then.filter(({ id }) => !taken.has(id))];
  };
  return {
    get: async () => joined(...(await Promise.all([managed.get(), own.get()]))),
    load: async () => {
      const [first, then] = await Promise.all([managed.load(), own.load()]);
      const { doubled } = first;
      return {
        records: joined(first.records, then.records),
        misfits: [...first.misfits, ...then.misfits],
        leftOut: { unreadable: first.misfits.length - doubled.length, doubled },
      };
    },
    pick: async (mayMatter) => {
      // all of the managed ones are read: one of them may stand before an own one that matters
      const [first, then] = await Promise.all([managed.get(), own.pick(mayMatter)]);
      const all = joined(first, then);
      return all.filter((profile, at) => at >= first.length || mayMatter(profile));
    },
    onChanged(callback, signal) {
      own.onChanged(callback, signal);
      managed.onChanged(callback, signal);
    },
  };
}

function eachOnce(managed: ReadList<Profile>) {
  const load = async () => {
    const { records, misfits } = await managed.load();
    const isFirst = (profile: Profile) => records.find(({ id }) => id === profile.id) === profile;
    const doubled = records.filter((profile) => !isFirst(profile));
    return { records: records.filter(isFirst), misfits: [...misfits, ...doubled], doubled };
  };
  return {
    load,
    get: async () => (await load()).records,
    onChanged: managed.onChanged,
  };
}
