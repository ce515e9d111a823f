import type { LeftOut } from '../../../src/handover/profile-share-file.ts';
import type { Difference, LinkProblem } from '../../../src/handover/profile-share-link.ts';
import { safeText } from '../safe-text.ts';
import type { ProfileLink } from './profile-share.ts';
import type { Imported, ImportLine } from './profile-share-import.ts';

/** What a link filled in, and what in it was not taken as it stood. */
export function linkWords({ leftOut, differences }: ProfileLink): string {
  return [
    'Look through the fields: what stands there was chosen by whoever made the link.',
    ...differences.map(differenceWords),
    ...(differences.length > 0 ? ['The profile counts.'] : []),
    ...(leftOut.length > 0 ? [leftOutWords(leftOut)] : []),
  ].join(' ');
}

function differenceWords({ name, inAddress, inProfile }: Difference): string {
  const what = name === 'address' ? 'starts at' : `says ${short(name)}`;
  const says = inAddress === undefined ? `has no ${short(name)}` : `${what} ${short(inAddress)}`;
  const other = inProfile === undefined ? `its profile has no ${short(name)}` : `its profile says ${short(inProfile)}`;
  return `The address of this link ${says}, ${other}.`;
}

/** Why the profile in a link was not taken. */
export function damagedWords(problem: LinkProblem): string {
  const why = linkProblemWords(problem);
  return `The profile behind #claimcheck= was not taken: ${why}`;
}

function linkProblemWords(problem: LinkProblem): string {
  switch (problem.id) {
    case 'empty':
      return 'nothing stands there. Copy the whole link once more.';
    case 'too_long':
      return 'it has over 200,000 characters. Ask for the profile as a file.';
    case 'broken':
      return 'its end is missing, or it was changed on the way. Copy the whole link once more.';
    case 'not_text':
      return 'it was changed on the way. Copy the whole link once more.';
    case 'character':
      return `character ${problem.at} is “${short(problem.detail)}”, which no such link has. Copy the whole link once more.`;
    case 'version':
      return `its version is ${short(problem.detail)}, and this Claimcheck reads version 1. Update Claimcheck.`;
    case 'shape':
      return problem.detail === ''
        ? 'it is no profile of Claimcheck. Ask for another link.'
        : `its member ${short(problem.detail)} does not fit a profile. Ask for another link.`;
  }
}

/** Names of what a share does not hold. */
export function leftOutWords(names: readonly string[]): string {
  return `Left out, as a secret may stand there: ${names.map(short).join(', ')}.`;
}

/** What an export left out, over all profiles in it. */
export function exportWords(file: string, count: number, leftOut: readonly LeftOut[]): string {
  const all = leftOut.flatMap(({ name, members }) =>
    count === 1 ? members : members.map((one) => `${one} of ${name}`),
  );
  const what = count === 1 ? 'One profile was' : `${count} profiles were`;
  return [`${what} handed to the browser as ${file}.`, ...(all.length > 0 ? [leftOutWords(all)] : [])].join(' ');
}

/** What a file as a whole brought, before its records are told of one by one. */
export function importedWords(imported: Imported): { tone: 'pass' | 'warn' | 'fail' | 'skip'; text: string } {
  if (!imported.ok) return { tone: 'fail', text: fileProblemWords(imported) };
  const { lines } = imported;
  const count = (kind: ImportLine['kind']) => lines.filter((line) => line.kind === kind).length;
  const added = count('added');
  const lost = count('refused') + count('unreadable');
  if (lines.length === 0) return { tone: 'skip', text: 'This file holds no profile. Nothing was changed.' };
  const text = [
    added > 0 ? `${profilesOf(added)} imported.` : 'Nothing was imported.',
    ...(added > 0 ? ['Open each one and save it once: the browser then asks for what it needs.'] : []),
    ...(lost > 0 ? [`${profilesOf(lost)} left out; the reasons stand below.`] : []),
  ].join(' ');
  return { tone: lost > 0 ? 'warn' : added > 0 ? 'pass' : 'skip', text };
}

function fileProblemWords({ problem, detail = '' }: Extract<Imported, { ok: false }>): string {
  switch (problem) {
    case 'too_large':
      return 'This file is larger than 1 MB, so it was not read. Export fewer profiles into it.';
    case 'not_read':
      return 'The browser could not read this file. Choose it once more.';
    case 'not_json':
      return 'This file is not whole JSON. Export the profiles once more.';
    case 'not_profiles':
      return 'This is no file of profiles of Claimcheck. Choose one that “Export” made.';
    case 'version':
      return `This file has version ${short(detail)}, and this Claimcheck reads version 1. Update Claimcheck.`;
    case 'too_many':
      return `This file holds ${short(detail)} profiles, and 200 are read at most. Export fewer into it.`;
    case 'not_stored':
      return `The browser did not store the profiles: ${short(detail)} Nothing was changed.`;
  }
}

function profilesOf(count: number): string {
  return count === 1 ? 'One profile' : `${count} profiles`;
}

/** A text from outside, with what hides made visible and no longer than a line takes. */
function short(text: string): string {
  const safe = safeText(text);
  return safe.length > 120 ? `${safe.slice(0, 80)}…${safe.slice(-30)}` : safe;
}
