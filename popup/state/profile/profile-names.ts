/** In characters: a longer name is no name but a text. */
export const longestName = 200;

/** A name that no other profile has, whatever its case: with a number behind it where it is taken. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!isTaken(name, taken)) return name;
  let count = 2;
  while (isTaken(`${name} ${count}`, taken)) count += 1;
  return `${name} ${count}`;
}

/** A free name for a copy of a profile. The copy of a copy is one more of the same. */
export function copyName(name: string, taken: readonly string[]): string {
  const original = name.replace(/^(?:copy of )+/i, '');
  const numbered = `Copy of ${original}`;
  const bare = numbered.replace(/ \d+$/, '');
  const isNumbered = original !== name && isTaken(bare, taken);
  // room for a number stays within the longest name
  return freeName([...(isNumbered ? bare : numbered)].slice(0, longestName - 5).join(''), taken);
}

function isTaken(name: string, taken: readonly string[]): boolean {
  return taken.some((other) => foldName(other) === foldName(name));
}

/** A name as it is compared with others. */
export function foldName(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase();
}
