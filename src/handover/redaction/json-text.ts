/** A JSON text as it is written: members in their order, those of the same name among them, and numbers to the letter. */
export type Json =
  | { kind: 'object'; members: { name: string; value: Json }[] }
  | { kind: 'array'; items: Json[] }
  | { kind: 'text'; text: string }
  /** A number, true, false or null. */
  | { kind: 'literal'; text: string };

type Open = Extract<Json, { kind: 'object' | 'array' }>;

/** What is nested deeper is not kept: a walk over it may overflow. */
const deepest = 64;
const tooDeep = '‹nested too deep›';

const piece = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Reads an object, a list or a text between quotes; undefined of any other. Never throws. */
export function readJson(text: string): Json | undefined {
  if (!/^\s*[{["]/.test(text)) return undefined;
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const root: Open = { kind: 'array', items: [] };
  const open: Open[] = [root];
  let name: string | undefined;
  let skipped = 0;
  const add = (value: Json) => {
    const level = open.at(-1);
    if (level?.kind === 'array') level.items.push(value);
    else level?.members.push({ name: name ?? '', value });
    name = undefined;
  };
  for (const [token] of text.matchAll(piece)) {
    if (token === '}' || token === ']') {
      if (skipped > 0) skipped -= 1;
      else open.pop();
    } else if (token === '{' || token === '[') {
      if (skipped > 0 || open.length > deepest) {
        if (skipped === 0) add({ kind: 'text', text: tooDeep });
        skipped += 1;
        continue;
      }
      const value: Open = token === '{' ? { kind: 'object', members: [] } : { kind: 'array', items: [] };
      add(value);
      open.push(value);
    } else if (skipped === 0 && token !== ',' && token !== ':') {
      if (!token.startsWith('"')) add({ kind: 'literal', text: token });
      else if (open.at(-1)?.kind === 'object' && name === undefined) name = String(JSON.parse(token));
      else add({ kind: 'text', text: String(JSON.parse(token)) });
    }
  }
  return root.items[0];
}

export function writeJson(json: Json): string {
  switch (json.kind) {
    case 'object':
      return `{${json.members.map(({ name, value }) => `${JSON.stringify(name)}:${writeJson(value)}`).join(',')}}`;
    case 'array':
      return `[${json.items.map(writeJson).join(',')}]`;
    case 'text':
      return JSON.stringify(json.text);
    case 'literal':
      return json.text;
  }
}
