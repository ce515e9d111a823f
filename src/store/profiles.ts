import type { Profile } from '../protocol/records.ts';
import type { ListItem } from './item.ts';
import type { Loaded } from './shape.ts';

/** A list that is only read. */
export type ReadList<T> = Omit<ListItem<T>, 'update'>;

/**
 * The profiles of a managed policy, then the person's own. Of two with the same id the managed one counts, of two managed
 * ones the first; the other of those is a misfit.
 */
export function withManaged(own: ListItem<Profile>, policy: ReadList<Profile>): ReadList<Profile> {
  const managed = eachOnce(policy);
  const joined = (first: Profile[], then: Profile[]) => {
    const taken = new Set(first.map(({ id }) => id));
    return [...first, ...then.filter(({ id }) => !taken.has(id))];
  };
  return {
    get: async () => joined(...(await Promise.all([managed.get(), own.get()]))),
    load: async () => {
      const [first, then] = await Promise.all([managed.load(), own.load()]);
      return { records: joined(first.records, then.records), misfits: [...first.misfits, ...then.misfits] };
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

function eachOnce(managed: ReadList<Profile>): ReadList<Profile> {
  const load = async (): Promise<Loaded<Profile>> => {
    const { records, misfits } = await managed.load();
    const isFirst = (profile: Profile) => records.find(({ id }) => id === profile.id) === profile;
    return { records: records.filter(isFirst), misfits: [...misfits, ...records.filter((one) => !isFirst(one))] };
  };
  return {
    load,
    get: async () => (await load()).records,
    pick: async (mayMatter) => (await load()).records.filter(mayMatter),
    onChanged: managed.onChanged,
  };
}
