/** The fewest characters of a passphrase that guards a secret on disk, where it can be tried at leisure. */
export const shortestPassphrase = 12;

/** Whether a passphrase is long enough, counted in characters as a person sees them typed. */
export function isLongEnough(passphrase: string): boolean {
  return [...passphrase.trim()].length >= shortestPassphrase;
}
