/** The calls that this life of the worker waits for. Those of an earlier one are lost: nobody hears their answer. */
export function createOurCalls() {
  const ours = new Set<string>();
  return {
    isOurs: (call: string): boolean => ours.has(call),
    /** Marks a call as ours while the work runs: before it is noted, until its outcome is stored. */
    asOurs: async <R>(call: string, work: () => Promise<R>): Promise<R> => {
      ours.add(call);
      return work().finally(() => ours.delete(call));
    },
  };
}
