import type { ComponentChildren } from 'preact';
import type { Source } from '../state/profile/profile-form.ts';
import type { FieldName, Problem } from '../state/profile/profile-problems.ts';
import { type Form, inputId } from './form.ts';
import { problemWords } from './problem-words.tsx';
import { Result } from './result.tsx';

export { Result };

const sourceWords: Record<Source, string> = {
  url: 'from the URL',
  discovery: 'by discovery',
  login: 'from the login',
};

/** Where a field's value came from, in the faint words behind its label. */
export function From({ form, field }: { form: Form; field: FieldName }) {
  const source = form.sources[field];
  if (!source) return null;
  return (
    <span class="from" id={`${inputId(field)}-from`}>
      {sourceWords[source]}
    </span>
  );
}

/** The worst of a field's problems. */
export function worstOf(form: Form, field: FieldName): Problem | undefined {
  const own = form.problems.filter((problem) => problem.field === field);
  return own.find((problem) => problem.level === 'refused') ?? own[0];
}

/** The line under a field that says what is wrong with it. */
export function ProblemLine({ form, field }: { form: Form; field: FieldName }) {
  const problem = worstOf(form, field);
  return (
    <Result id={`${inputId(field)}-says`} tone={problem && (problem.level === 'refused' ? 'fail' : 'warn')}>
      {problem && problemWords(problem)}
    </Result>
  );
}

/** The attributes that tie an input to its label, its origin, its hint and its problem. */
export function tie(form: Form, field: FieldName, hasHint = false) {
  const id = inputId(field);
  const described = [form.sources[field] && `${id}-from`, hasHint && `${id}-hint`, `${id}-says`];
  return {
    id,
    'aria-labelledby': `${id}-label`,
    'aria-describedby': described.filter(Boolean).join(' '),
    'aria-invalid': worstOf(form, field)?.level === 'refused',
    onBlur: () => form.touch(field),
  };
}

/** The text of a label, apart from where the value came from: it is the name of the field. */
export function Label({ form, field, children }: { form: Form; field: FieldName; children: ComponentChildren }) {
  return (
    <label for={inputId(field)}>
      <span id={`${inputId(field)}-label`}>{children}</span> <From form={form} field={field} />
    </label>
  );
}

type TextFieldProps = {
  form: Form;
  field: FieldName;
  label: string;
  value: string;
  onValue: (value: string) => void;
  placeholder?: string;
  isPlain?: boolean;
  disabled?: boolean;
  hint?: ComponentChildren;
  children?: ComponentChildren;
};

export function TextField({ form, field, label, value, onValue, isPlain, hint, children, ...rest }: TextFieldProps) {
  return (
    <div class="field">
      <Label form={form} field={field}>
        {label}
      </Label>
      <input
        {...tie(form, field, Boolean(hint))}
        {...rest}
        class={isPlain ? '' : 'code'}
        type="text"
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <ProblemLine form={form} field={field} />
      {hint && <small id={`${inputId(field)}-hint`}>{hint}</small>}
      {children}
    </div>
  );
}
