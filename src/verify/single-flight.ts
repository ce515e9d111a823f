const flights = new Map<string, Promise<unknown>>();

/** Lets those who want the same at the same time share one piece of work. A key stands for one kind of result. */
export function singleFlight<T>(key: string, work: () => Promise<T>): Promise<T> {
  const under = flights.get(key);
  if (under) return under as Promise<T>; // the key stands for one kind of result
  const flight = work().finally(() => flights.delete(key));
  flights.set(key, flight);
  return flight;
}
