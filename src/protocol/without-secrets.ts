import { mapStrings, parseObject } from './json-strings.ts';

/** In characters: what is shorter can be guessed, and words of an error would be taken for it. */
const least = 8;

/** In characters: so much of a secret is enough to be worth hiding, and chance does not make it. */
const run = 20;

const mark = '•••';

/**
 * A text that somebody else wrote, without the secrets that were sent to them, whole or in part, and however they are
 * written: bare, percent-encoded, as in JSON or as in HTML. A JSON text stays one, unless a secret stands across its parts.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const written = [...new Set(secrets.filter(({ length }) => length >= least).flatMap(waysToWrite))];
  if (written.length === 0) return text;
  const runs = runsOf(written);
  const hide = (part: string) => hideRuns(part, runs);
  // what JSON escapes in its own way is found only in what it means
  return hide(parseObject(text) ? mapStrings(text, hide) : text);
}

function waysToWrite(secret: string): string[] {
  const text = secret.toWellFormed();
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    encodeURIComponent(text),
    new URLSearchParams({ s: text }).toString().slice(2),
    json,
    json.replaceAll('/', '\\/'),
    secret.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`),
    secret.replace(/[&<>"]/g, (character) => entities[character] ?? character),
  ];
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The runs of one length, and how they begin: most of a text is passed over by a look at two characters. */
type Runs = { length: number; texts: Set<string>; heads: Set<number> };

function runsOf(secrets: readonly string[]): Runs[] {
  const byLength = new Map<number, Runs>();
  for (const secret of secrets) {
    const length = Math.min(run, secret.length);
    const runs = byLength.get(length) ?? { length, texts: new Set(), heads: new Set() };
    byLength.set(length, runs);
    for (let at = 0; at + length <= secret.length; at += 1) {
      runs.texts.add(secret.slice(at, at + length));
      runs.heads.add(headAt(secret, at));
    }
  }
  return [...byLength.values()];
}

function headAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x1_0000 + text.charCodeAt(at + 1);
}

/** Hides every stretch of the text that is made of runs of the secrets. */
function hideRuns(text: string, runs: readonly Runs[]): string {
  const hidden = new Set<number>();
  for (const { length, texts, heads } of runs) {
    for (let at = 0; at + length <= text.length; at += 1) {
      if (!heads.has(headAt(text, at)) || !texts.has(text.slice(at, at + length))) continue;
      for (let place = at; place < at + length; place += 1) hidden.add(place);
    }
  }
  if (hidden.size === 0) return text;
  let shown = '';
  for (let at = 0; at < text.length; at += 1) {
    if (!hidden.has(at)) shown += text.charAt(at);
    else if (!hidden.has(at - 1)) shown += mark;
  }
  return shown;
}
