/**
 * The one walk over everything that is exported. It is taken twice, by the same code: once to find what must not leave, and
 * once to write what is left, so that there is no place that only one of them knows. Longer than most files for that reason.
 */
import { findEncoded } from './redact-encoded.ts';
import { type Found, noteClaim, noteSecret } from './redact-found.ts';
import { type Json, readJson, writeJson } from './redact-json.ts';
import { isIdentifying, isOwnMember, isTold, type SecretKind, secretKind } from './redact-names.ts';
import { merged } from './redact-phrases.ts';
import { findRandomRuns } from './redact-random.ts';
import type { Rules } from './redact-rules.ts';
import { decoded, findNamedValues } from './redact-text.ts';
import { type FoundToken, findTokens, partOf, partText } from './redact-tokens.ts';
import { recordWords } from './redact-words.ts';

/** What is known of the place that a text stands at. */
type Place = {
  name?: string;
  secret?: SecretKind;
  /** Whether its own name says so: of what lies around it a secret may have a time and a count. */
  isNamed?: boolean;
  /** The masked claim. */
  claim?: string;
  isTold?: boolean;
  /** Of a profile: it holds what a person entered, under names of its own. */
  isProfile?: boolean;
};

export type Walk = {
  found: Found;
  /** Those of the second walk: the first has none yet, and what it gives is of no use. */
  rules?: Rules;
  /** Whether a claim of this name is masked. */
  isMasked: (name: string) => boolean;
};

/** A record as JSON, redacted. */
export function walkRecord(walk: Walk, record: object, place: Place = {}): string {
  const json = readJson(JSON.stringify(record));
  return json ? writeJson(walkJson(walk, json, place)) : 'null';
}

function walkJson(walk: Walk, json: Json, place: Place): Json {
  switch (json.kind) {
    case 'object':
      if (place.claim !== undefined) return walkMasked(walk, json, place);
      return {
        kind: 'object',
        members: json.members.map(({ name, value }) => ({
          name: recordWords.has(name) ? name : walkPlain(walk, name, {}),
          value: walkJson(walk, value, placeOf(walk, name, place)),
        })),
      };
    case 'array':
      return { kind: 'array', items: json.items.map((item) => walkItem(walk, item, place)) };
    case 'text':
      return { kind: 'text', text: walkText(walk, json.text, place) };
    case 'literal':
      if (!/^-?\d/.test(json.text) || (!place.isNamed && place.claim === undefined)) return json;
      return { kind: 'text', text: walkText(walk, json.text, place) };
  }
}

/** Of a list in a list that is a name and a value, the value stands under that name. */
function walkItem(walk: Walk, item: Json, place: Place): Json {
  const [name, value] = item.kind === 'array' && item.items.length === 2 ? item.items : [];
  if (name?.kind !== 'text' || !value) return walkJson(walk, item, place);
  const { isProfile: _, ...pair } = placeOf(walk, name.text, { ...place, isProfile: false });
  if (!pair.secret && pair.claim === undefined) return walkJson(walk, item, place);
  return { kind: 'array', items: [walkJson(walk, name, {}), walkJson(walk, value, pair)] };
}

/** What is under a masked claim is found piece by piece, and gone as a whole. */
function walkMasked(walk: Walk, json: Json, place: Place): Json {
  const { claim: _, ...within } = place;
  walkJson(walk, json, within);
  for (const leaf of leavesOf(json)) noteClaim(walk.found, leaf, place.claim ?? '', false);
  return { kind: 'text', text: markClaim(walk, writeJson(json), place.claim ?? '') };
}

function leavesOf(json: Json): string[] {
  if (json.kind === 'object') return json.members.flatMap(({ value }) => leavesOf(value));
  if (json.kind === 'array') return json.items.flatMap(leavesOf);
  return json.kind === 'text' || /^-?\d/.test(json.text) ? [json.text] : [];
}

function placeOf(walk: Walk, name: string, outer: Place): Place {
  if (outer.isProfile) return { name, isProfile: true };
  const own = secretKind(name);
  const secret = own ?? outer.secret;
  const claim = outer.claim ?? (walk.isMasked(name) ? name : undefined);
  return {
    name,
    ...(secret && { secret }),
    ...(own && { isNamed: true }),
    ...(claim !== undefined && { claim }),
    ...((isTold(name) || (isIdentifying(name) && claim === undefined)) && { isTold: true }),
  };
}

function walkText(walk: Walk, text: string, place: Place): string {
  if (text === '') return text;
  if (place.claim !== undefined) {
    // what is within is found too: it may stand elsewhere
    walkWithin(walk, text);
    return markClaim(walk, text, place.claim);
  }
  if (recordWords.has(text) && (!place.secret || isOwnMember(place.name))) return text;
  if (place.secret) return walkSecret(walk, text, place.secret);
  return walkWithin(walk, text, place);
}

/** Of a signed token the signature alone is secret; all else in the place of a secret goes as a whole. */
function walkSecret(walk: Walk, text: string, kind: SecretKind): string {
  const trimmed = text.trim();
  const [token] = findTokens(trimmed);
  if (token?.raw === trimmed) return walkToken(walk, token);
  walkWithin(walk, text);
  return markSecret(walk, text, kind);
}

function walkWithin(walk: Walk, text: string, place: Place = {}): string {
  const json = readJson(text);
  return json ? writeJson(walkJson(walk, json, {})) : walkPlain(walk, text, place);
}

function walkToken(walk: Walk, token: FoundToken): string {
  if (token.kind === 'encrypted') {
    const [header = '', ...sealed] = token.raw.split('.');
    // many tokens begin alike, which tells nothing
    markSecret(walk, sealed.join('.'), 'encrypted');
    walkPart(walk, header);
    return markSecret(walk, token.raw, 'encrypted');
  }
  const { header, payload, signature, tail } = token;
  const cut = signature === '' ? '' : markSecret(walk, signature, 'signature');
  const disclosed = tail === '' ? '' : `~${markSecret(walk, tail, 'token')}`;
  for (const part of tail.split('~')) walkPart(walk, part);
  return `${walkPart(walk, header)}.${walkPart(walk, payload)}.${cut}${disclosed}`;
}

/** A part of a token is written anew from what it says. One that is no JSON is not understood, and goes as a whole. */
function walkPart(walk: Walk, part: string): string {
  if (part === '') return '';
  const json = readJson(partText(part) ?? '');
  return json ? partOf(writeJson(walkJson(walk, json, {}))) : markSecret(walk, part, 'value');
}

/** A text that is none of ours: what it names itself, tokens in it, what was found elsewhere, and what looks like a token. */
function walkPlain(walk: Walk, text: string, place: Place): string {
  const pieces: string[] = [];
  let from = 0;
  for (const token of findTokens(text)) {
    pieces.push(walkNamed(walk, text.slice(from, token.at), place), walkToken(walk, token));
    from = token.at + token.raw.length;
  }
  pieces.push(walkNamed(walk, text.slice(from), place));
  return pieces.join('');
}

function walkNamed(walk: Walk, text: string, place: Place): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, name, kind } of findNamedValues(text, walk.isMasked)) {
    const value = text.slice(start, end);
    const plain = decoded(value);
    pieces.push(walkRest(walk, text.slice(from, start), place));
    pieces.push(kind ? walkSecret(walk, plain, kind) : markClaim(walk, plain, name));
    if (kind && plain !== value) markSecret(walk, value, kind);
    from = end;
  }
  pieces.push(walkRest(walk, text.slice(from), place));
  return pieces.join('');
}

function walkRest(walk: Walk, text: string, place: Place): string {
  if (text === '') return '';
  const isOpen = place.isTold === true || place.isProfile === true;
  if (walk.rules) return rewrite(text, walk.rules);
  if (isOpen) walk.found.told.add(text);
  else for (const { run } of findRandomRuns(text)) noteSecret(walk.found, run, 'value');
  for (const { within } of findEncoded(text)) walkWithin(walk, within, { isTold: isOpen });
  return '';
}

function rewrite(text: string, { hits, mark }: Rules): string {
  const encoded = findEncoded(text).flatMap(({ start, end, within }) => {
    const [inner] = hits(within);
    if (inner) return [{ start, end, value: inner.value }];
    return findTokens(within).map(({ raw }) => ({ start, end, value: raw }));
  });
  const hidden = merged([...hits(text), ...encoded]);
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, value } of hidden) {
    const what = text.slice(start, end);
    const isWhole = end - start === value.length || decoded(what) === value;
    const known = mark(what) ?? mark(value) ?? removed;
    pieces.push(text.slice(from, start), isWhole || mark(what) ? known : known.replace('‹', '‹part of '));
    from = end;
  }
  return [...pieces, text.slice(from)].join('');
}

const removed = '‹removed›';

function markSecret({ found, rules }: Walk, value: string, kind: SecretKind): string {
  if (!rules) noteSecret(found, value, kind);
  return rules?.mark(value) ?? removed;
}

function markClaim({ found, rules }: Walk, value: string, claim: string): string {
  if (!rules) noteClaim(found, value, claim);
  return rules?.mark(value) ?? removed;
}
