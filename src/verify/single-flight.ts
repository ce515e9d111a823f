/** Each world has its own: work that ended with a world must hold up no other. */
const worlds = new WeakMap<object, Map<string, Promise<unknown>>>();

/** Lets those who want the same of a world at the same time share one piece of work. A key stands for one kind of result. */
export function singleFlight<T>(world: object, key: string, work: () => Promise<T>): Promise<T> {
  const flights = worlds.get(world) ?? new Map<string, Promise<unknown>>();
  worlds.set(world, flights);
  const under = flights.get(key);
  if (under) return under as Promise<T>; // the key stands for one kind of result
  const flight = work().finally(() => flights.delete(key));
  flights.set(key, flight);
  return flight;
}
