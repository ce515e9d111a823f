import type { ProfileLinkRead } from '../../../src/handover/profile-share-link.ts';
import { parseProfileLink } from '../../../src/handover/profile-share-link.ts';
import { type Draft, draftFromProfile, endpointNames } from './profile-draft.ts';
import type { Filled } from './profile-fill.ts';
import { freeName } from './profile-names.ts';
import { type FieldName, fieldNames } from './profile-problems.ts';
import { findControl } from './profile-share-problems.ts';

export type ProfileLink = Extract<ProfileLinkRead, { kind: 'profile' }>;
export type DamagedLink = Extract<ProfileLinkRead, { kind: 'damaged' }>;

/** What was pasted: a link that holds a profile, or a text to be read as an address, perhaps with a profile that is damaged. */
export type Pasted = { kind: 'link'; link: ProfileLink } | { kind: 'text'; text: string; damaged?: DamagedLink };

/** Looks for a profile in what was pasted. Without one, `text` may be a sign-in URL, issuer or discovery address. */
export function readPasted(text: string): Pasted {
  const read = parseProfileLink(text);
  switch (read.kind) {
    case 'none':
      return { kind: 'text', text };
    case 'damaged':
      return { kind: 'text', text: read.rest, damaged: read };
    case 'profile': {
      const member = findControl(read.profile);
      return member === undefined
        ? { kind: 'link', link: read }
        : { kind: 'text', text: read.rest, damaged: damagedAt(read, member) };
    }
  }
}

function damagedAt({ rest }: ProfileLink, member: string): DamagedLink {
  return { kind: 'damaged', problem: { id: 'shape', detail: member }, rest };
}

/** Puts the profile of a link into the form, in place of what stands there. A name that was given stays. */
export function fillFromLink(draft: Draft, { profile }: ProfileLink, taken: readonly string[]): Filled {
  const name = draft.name.trim() === '' ? freeName(profile.name.trim(), taken) : draft.name;
  const filled = { ...draftFromProfile(profile), name };
  return { draft: filled, fields: fieldNames.filter((field) => textIn(filled, field) !== textIn(draft, field)) };
}

/** What stands in a field, as one text that can be compared. */
function textIn(draft: Draft, field: FieldName): string {
  const values: Partial<Record<FieldName, unknown>> = { ...draft, ...draft.checking };
  for (const name of endpointNames) values[name] = draft.endpoints[name];
  return JSON.stringify(values[field] ?? '');
}
