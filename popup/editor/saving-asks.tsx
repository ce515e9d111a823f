import type { Needs } from '../../src/protocol/needs.ts';
import { promptLines } from '../state/profile/profile-grants.ts';

const list = new Intl.ListFormat('en');

/** What the browser will ask when this is saved, and why. Says nothing where it will ask nothing. */
export function SavingAsks({ missing }: { missing: Needs | undefined }) {
  const lines = missing ? promptLines(missing) : [];
  if (lines.length === 0) return null;
  return (
    <p>
      Saving asks the browser for {list.format(lines.map((line) => `“${line}”`))}
      {purpose(lines.length, missing?.permissions.includes('webNavigation') === true)}
    </p>
  );
}

function purpose(count: number, hasWatching: boolean): string {
  if (count > 1) return ', in one question. What each is for stands under “What the browser will ask”.';
  return hasWatching
    ? ', so that Claimcheck is told when a login ends at a registered callback, and of the pages that a sign-in from here comes through.'
    : '. What it is for stands under “What the browser will ask”.';
}
