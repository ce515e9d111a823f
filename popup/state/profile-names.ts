/** A name that no other profile has, whatever its case: with a number behind it where it is taken. */
export function freeName(name: string, taken: readonly string[]): string {
  const isFree = (text: string) => !taken.some((other) => foldName(other) === foldName(text));
  if (isFree(name)) return name;
  let count = 2;
  while (!isFree(`${name} ${count}`)) count += 1;
  return `${name} ${count}`;
}

/** A name as it is compared with others. */
export function foldName(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase();
}
