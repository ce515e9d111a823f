import type { Profile } from '../../../src/protocol/records.ts';
import { type Draft, draftFromProfile, editDraft, emptyDraft } from './profile-draft.ts';
import type { Filled } from './profile-fill.ts';
import { type FieldName, findProblems, isMissing, type Problem } from './profile-problems.ts';

/** Where the value of a field came from, until somebody changes it. */
export type Source = 'url' | 'discovery' | 'login';

/** The form of one profile: what stands in it, and what it started from. */
export type FormState = {
  draft: Draft;
  /** The stored profile; none while it is new. */
  base?: Profile;
  sources: Partial<Record<FieldName, Source>>;
  /** Fields that were left once: their problems are shown. */
  touched: FieldName[];
  /** Whether saving was tried: then every problem is shown. */
  isTried: boolean;
};

export function openForm(profile: Profile | undefined): FormState {
  const draft = profile ? draftFromProfile(profile) : emptyDraft;
  return { draft, ...(profile && { base: profile }), sources: {}, touched: [], isTried: false };
}

export function isDirty({ draft, base }: FormState): boolean {
  return !isSame(draft, openForm(base).draft);
}

export function editField(form: FormState, field: FieldName, change: Partial<Draft>): FormState {
  const { [field]: _source, ...sources } = form.sources;
  return { ...form, draft: editDraft(form.draft, change), sources };
}

export function touchField(form: FormState, field: FieldName): FormState {
  return form.touched.includes(field) ? form : { ...form, touched: [...form.touched, field] };
}

/** Takes over what was filled in, and marks and judges the fields that were. */
export function fillForm(form: FormState, { draft, fields }: Filled, source: Source): FormState {
  const sources = { ...form.sources };
  for (const field of fields) sources[field] = source;
  return { ...form, draft, sources, touched: [...new Set([...form.touched, ...fields])] };
}

/** The stored profile changed: an untouched form shows it, edits that are not saved yet stay. */
export function followStore(form: FormState, profile: Profile | undefined): FormState {
  if (!profile || isSame(profile, form.base)) return form;
  return isDirty(form) ? { ...form, base: profile } : openForm(profile);
}

/**
 * What was saved is what the form starts from now; what was typed meanwhile stays, and so does a secret that could not be
 * kept.
 */
export function settleForm(form: FormState, saved: Profile, typed: Draft, isSecretKept = true): FormState {
  const settled = { ...form, base: saved, isTried: false };
  if (!isSame(form.draft, typed)) return settled;
  const { clientSecret, keeping, passphrase } = typed;
  return {
    ...settled,
    draft: { ...draftFromProfile(saved), ...(!isSecretKept && { clientSecret, keeping, passphrase }) },
  };
}

/** The problems to show: not those of a field that nobody has come to yet, but for a secret that lies on disk already. */
export function shownProblems(form: FormState, others: readonly Profile[]): Problem[] {
  const isStored = (problem: Problem) => problem.field === 'extraParams' && form.base !== undefined;
  const isShown = (problem: Problem) =>
    isStored(problem) || (form.touched.includes(problem.field) && !isMissing(problem));
  return findProblems(form.draft, others).filter((problem) => form.isTried || isShown(problem));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
