/**
 * Where a key leads from the line `at` of a list of `count`: to the next line that can be gone to, not round the ends.
 * Undefined where the key means nothing to a list; `at` where there is no such line.
 */
export function listStep(
  key: string,
  at: number,
  count: number,
  canGo: (place: number) => boolean = () => true,
): number | undefined {
  const ways: Record<string, [from: number, by: 1 | -1]> = {
    ArrowDown: [at + 1, 1],
    ArrowUp: [at - 1, -1],
    Home: [0, 1],
    End: [count - 1, -1],
  };
  const way = Object.hasOwn(ways, key) ? ways[key] : undefined;
  if (!way) return undefined;
  const [from, by] = way;
  for (let place = from; place >= 0 && place < count; place += by) {
    if (canGo(place)) return place;
  }
  return at;
}
