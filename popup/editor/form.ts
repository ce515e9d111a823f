import type { Draft } from '../state/profile/profile-draft.ts';
import type { Source } from '../state/profile/profile-form.ts';
import type { FieldName, Problem } from '../state/profile/profile-problems.ts';

/** What a field of the form reads and calls. */
export type Form = {
  draft: Draft;
  sources: Partial<Record<FieldName, Source>>;
  problems: Problem[];
  edit(field: FieldName, change: Partial<Draft>): void;
  touch(field: FieldName): void;
};

/** The id of a field's input: where focus goes when saving is refused. */
export function inputId(field: FieldName): string {
  return `profile-${field}`;
}
