import type { LeftOut } from '../../../src/store/profiles.ts';

/** What is said of the profiles of a policy that are left out; nothing where there are none. */
export function leftOutWords({ unreadable, doubled }: LeftOut): { heading: string; text: string } | undefined {
  const count = unreadable + doubled.length;
  if (count === 0) return undefined;
  const what =
    count === 1 ? '1 profile of your organisation’s policy is' : `${count} profiles of your organisation’s policy are`;
  const reasons = [
    unreadable > 0 && `${unreadable} cannot be read, as a member is missing or does not fit`,
    ...doubled.map(({ id, name }) => `“${name}” has the id “${id}”, which another one has`),
  ].filter((reason) => typeof reason === 'string');
  return { heading: `${what} left out`, text: `Tell your administrator: ${reasons.join('; ')}.` };
}
