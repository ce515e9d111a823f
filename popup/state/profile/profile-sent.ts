import type { Draft } from './profile-draft.ts';

/** What the request will carry under these names: a parameter that the person added goes before the field. */
export function sentValue(draft: Draft, name: 'response_type' | 'response_mode'): string {
  const added = draft.extraParams.find(([other]) => other.trim() === name)?.[1];
  return added ?? (name === 'response_type' ? draft.responseType : draft.responseMode);
}
