import { changeText } from './change-text.ts';
import { type Change, pick } from './changes.ts';
import { nastyJson, nastyNames } from './nasty.ts';

/** JSON as it is written: names may stand twice, and numbers have any digits. */
type Written = string | { names: string[] | undefined; values: Written[] };

/** A value as JSON text with members renamed, taken out, doubled, replaced, nested deep or made many. */
export function changeJson(value: unknown, changes: readonly Change[]): string {
  const root = { names: undefined, values: [writtenOf(value)] };
  for (const change of changes) changeOnce(root, change);
  return textOf(root.values[0] ?? 'null');
}

function changeOnce(root: Written, { kind, at, what }: Change): void {
  const all = parents(root);
  const [parent, place] = pick(all, at);
  const { names, values } = parent;
  const nasty = pick(nastyJson, what);
  const own = values[place] ?? nasty;
  switch (kind % 10) {
    case 0:
    case 1:
      values[place] = nasty;
      break;
    case 2:
      if (names) names[place] = pick(nastyNames, what);
      break;
    case 3:
      if (parent !== root) parent.values.splice(place, 1);
      if (parent !== root) names?.splice(place, 1);
      break;
    case 4:
      if (parent === root) break;
      values.push(what % 2 === 0 ? own : nasty);
      names?.push(names[place] ?? '');
      break;
    case 5: {
      const [other, there] = pick(all, what);
      // never into itself
      if (typeof own !== 'string' || typeof other.values[there] !== 'string') break;
      values[place] = other.values[there];
      other.values[there] = own;
      break;
    }
    case 6:
      values[place] = nested(textOf(own), what);
      break;
    case 7:
      if (typeof own === 'object') {
        own.names?.push(pick(nastyNames, what));
        own.values.push(pick(nastyJson, what >> 6));
      } else values[place] = `[${own},${nasty}]`;
      break;
    case 8:
      if (typeof own === 'string' && own.startsWith('"')) values[place] = changedString(own, { kind: what, at, what });
      break;
    default:
      values[place] = many(textOf(own), what);
  }
}

function changedString(written: string, change: Change): string {
  try {
    return JSON.stringify(changeText(String(JSON.parse(written)), [change]));
  } catch {
    return written; // an earlier change wrote it so that it is no JSON
  }
}

function nested(text: string, what: number): string {
  const depth = pick([1, 2, 15, 16, 17, 63, 64, 65, 500, 5000], what);
  const isList = what % 3 === 0;
  return (isList ? '[' : '{"a":').repeat(depth) + text + (isList ? ']' : '}').repeat(depth);
}

/** Seldom very many, as making long texts takes longer than reading them. */
function many(text: string, what: number): string {
  const count = Math.min(what % 24 === 0 ? 1000 : 30, Math.ceil(65_536 / text.length));
  if (what % 2 === 0) return `[${Array.from({ length: count }, () => text).join()}]`;
  return `{${Array.from({ length: count }, (_, at) => `"${what % 3 === 0 ? at : 'a'}":${text}`).join()}}`;
}

type Place = [parent: Exclude<Written, string>, place: number];

/** Each value by where it stands. */
function parents(root: Written): Place[] {
  if (typeof root === 'string') return [];
  return root.values.flatMap((value, at): Place[] => [[root, at], ...parents(value)]);
}

function writtenOf(value: unknown): Written {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return { names: undefined, values: value.map(writtenOf) };
  return { names: Object.keys(value), values: Object.values(value).map(writtenOf) };
}

function textOf(written: Written): string {
  if (typeof written === 'string') return written;
  const { names, values } = written;
  if (!names) return `[${values.map(textOf).join()}]`;
  return `{${values.map((value, at) => `${JSON.stringify(names[at] ?? '')}:${textOf(value)}`).join()}}`;
}
