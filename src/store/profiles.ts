import type { Profile } from '../protocol/records.ts';
import type { ListItem } from './item.ts';

/** A list that is only read. */
export type ReadList<T> = Omit<ListItem<T>, 'update'>;

/** The profiles of a managed policy, then the person's own. Of two with the same id the managed one counts. */
export function withManaged(own: ListItem<Profile>, managed: ReadList<Profile>): ReadList<Profile> {
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
    pick: async (mayMatter) => joined(...(await Promise.all([managed.pick(mayMatter), own.pick(mayMatter)]))),
    onChanged(callback, signal) {
      own.onChanged(callback, signal);
      managed.onChanged(callback, signal);
    },
  };
}
