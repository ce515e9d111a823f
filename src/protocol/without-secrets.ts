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
  const hide = (part: string) => hideRuns(part, written);
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

/** Hides every stretch of the text that is made of runs of the secrets. */
function hideRuns(text: string, secrets: readonly string[]): string {
  const hidden = new Set<number>();
  for (const secret of secrets) {
    const length = Math.min(run, secret.length);
    const runs = new Set<string>();
    for (let at = 0; at + length <= secret.length; at += 1) runs.add(secret.slice(at, at + length));
    for (let at = 0; at + length <= text.length; at += 1) {
      if (!runs.has(text.slice(at, at + length))) continue;
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
