import { type SecretKind, secretKind } from './names.ts';

/** A value that a text names itself, as `code=…`, `"code": "…"` and `Bearer …` do. */
export type NamedValue = { start: number; end: number; name: string; kind: SecretKind | undefined };

const forms: readonly RegExp[] = [
  /(?<![\w%.-])(?<name>[\w%.:-]{1,80})=(?<value>[^&\s"'<>#;,)]+)/dg,
  /"(?<name>[^"\\]{1,80})"\s*:\s*"(?<value>(?:[^"\\]|\\.)+)/dg,
  /\b(?<name>Bearer|DPoP|Basic)\s+(?<value>[\w.~+/=-]+)/dgi,
];

/** The values in a text that stand beside a name which makes them a secret, or a masked claim. In order. */
export function findNamedValues(text: string, isMasked: (name: string) => boolean): NamedValue[] {
  const found: NamedValue[] = [];
  for (const form of forms) {
    for (const { groups, indices } of text.matchAll(form)) {
      const [start = 0, end = 0] = indices?.groups?.value ?? [];
      const isScheme = form === forms[2];
      const name = isScheme ? 'access_token' : decoded(groups?.name ?? '');
      const kind = isScheme ? schemeKind(groups?.value ?? '') : secretKind(name);
      if (kind || isMasked(name)) found.push({ start, end, name, kind });
    }
  }
  found.sort((one, other) => one.start - other.start);
  return found.filter(({ start }, at) => at === 0 || start >= (found[at - 1]?.end ?? 0));
}

/** A sentence may speak of a “bearer token”. */
function schemeKind(value: string): SecretKind | undefined {
  return /^[a-z]+$|^[\w-]*=/i.test(value) && value.length < 20 ? undefined : 'token';
}

/** A name or a value as a form or an address has it. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
