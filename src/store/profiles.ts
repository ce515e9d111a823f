import type { Profile } from '../protocol/records.ts';
import type { Item, ListItem } from './item.ts';
import type { Loaded } from './shape.ts';

/** A list that is only read. */
export type ReadList<T> = Omit<ListItem<T>, 'update'>;

/** What of a policy is left out: records that do not fit their shape, and profiles whose id an earlier one has. */
export type LeftOut = { unreadable: number; doubled: Profile[] };

/** Both kinds of profiles. `misfits` holds those of the policy too. */
type AllProfiles = Omit<ReadList<Profile>, 'load'> & {
  load(): Promise<Loaded<Profile> & { leftOut: LeftOut }>;
  /**
   * All of them, however long the browser takes to know its policies, where it had one of ours before: for what would be
   * wrong without it.
   */
  whole(): Promise<Profile[]>;
  /** Those of the policy alone, as far as they are known. */
  managed: Pick<ReadList<Profile>, 'get' | 'onChanged'>;
};

/** In milliseconds: how long a reading waits for the policy, where there was one the last time and where there was none. */
const patience = { had: 50, none: 5 };

/**
 * The profiles of a managed policy, then the person's own. Of two with the same id the managed one counts, of two managed
 * ones the first; the other of those is a misfit. Chromium knows its policies two seconds after it has started, and later
 * while it is busy, measured: until then a reading holds the person's own alone, and a change is told when the others are
 * there.
 */
export function withManaged(
  own: ListItem<Profile>,
  policy: ReadList<Profile>,
  hasPolicy: Pick<Item<boolean>, 'get' | 'set'>,
): AllProfiles {
  const managed = promptly(eachOnce(policy), hasPolicy);
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
    managed: { get: managed.get, onChanged: managed.onChanged },
    whole: async () => joined(...(await Promise.all([managed.whole(), own.get()]))),
    pick: async (mayMatter) => {
      // all of the managed ones are read: one of them may stand before an own one that matters
      const [first, then] = await Promise.all([managed.whole(), own.pick(mayMatter)]);
      const all = joined(first, then);
      return all.filter((profile, at) => at >= first.length || mayMatter(profile));
    },
    onChanged(callback, signal) {
      own.onChanged(callback, signal);
      managed.onChanged(callback, signal);
    },
  };
}

type Managed = Loaded<Profile> & { doubled: Profile[] };
type Policy = { load(): Promise<Managed>; onChanged: ReadList<Profile>['onChanged'] };

/** The policy as far as it is known: a reading that takes longer gives what was known before, and is told when it ends. */
function promptly({ load, onChanged }: Policy, hasPolicy: Pick<Item<boolean>, 'get' | 'set'>) {
  let known: Managed = { records: [], misfits: [], doubled: [] };
  let late: Promise<void> | undefined;
  const listeners = new Set<() => void>();
  const note = async (isThere: boolean) => {
    if ((await hasPolicy.get()) !== isThere) await hasPolicy.set(isThere);
  };
  const read = async () => {
    known = await load();
    // what the disk does not take is noted the next time
    await note(known.records.length > 0).catch(() => {});
    return known;
  };
  const pause = async (): Promise<undefined> => {
    const time = (await hasPolicy.get()) ? patience.had : patience.none;
    await new Promise((resolve) => setTimeout(resolve, time));
  };
  const loadSoon = async (): Promise<Managed> => {
    if (late) return known;
    const reading = read();
    const soon = await Promise.race([reading, pause()]);
    if (soon) return soon;
    const given = known;
    late ??= reading.then((read) => {
      late = undefined;
      if (JSON.stringify(read) === JSON.stringify(given)) return;
      for (const listener of listeners) listener();
    });
    return given;
  };
  return {
    load: loadSoon,
    get: async () => (await loadSoon()).records,
    whole: async () => (await ((await hasPolicy.get()) ? read() : loadSoon())).records,
    onChanged(callback: () => void, signal?: AbortSignal) {
      onChanged(callback, signal);
      listeners.add(callback);
      signal?.addEventListener('abort', () => listeners.delete(callback));
    },
  };
}

function eachOnce(managed: ReadList<Profile>): Policy {
  return {
    async load() {
      const { records, misfits } = await managed.load();
      const firsts = new Map(records.toReversed().map((profile) => [profile.id, profile]));
      const isFirst = (profile: Profile) => firsts.get(profile.id) === profile;
      const doubled = records.filter((profile) => !isFirst(profile));
      return { records: records.filter(isFirst), misfits: [...misfits, ...doubled], doubled };
    },
    onChanged: managed.onChanged,
  };
}
