/**
 * The one walk over everything that is exported. It is taken twice, by the same code: once to find what must not leave, and
 * once to write what is left, so that there is no place that only one of them knows. Longer than most files for that reason.
 */
import { findBase64, readingsOf } from './encoded.ts';
import { type Found, noteClaim, noteSecret } from './found.ts';
import { type Json, readJson, writeJson } from './json-text.ts';
import { decoded, findNamedValues } from './named-values.ts';
import { isIdentifying, isOwnMember, isTold, type SecretKind, secretKind } from './names.ts';
import { findRandomRuns } from './random.ts';
import { recordWords } from './record-words.ts';
import { deepest, type Rules } from './rules.ts';
import { type FoundToken, findTokens, partOf, partText } from './tokens.ts';

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
  /** Within a text of a record: nothing there has to stay a number for the record to be one still. */
  isQuoted?: boolean;
  /** How often what stands there was decoded. */
  depth?: number;
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
      return walkLiteral(walk, json, place);
  }
}

function walkLiteral(walk: Walk, json: Extract<Json, { kind: 'literal' }>, place: Place): Json {
  if (!/^-?\d/.test(json.text)) return json;
  if (place.isNamed || place.claim !== undefined) return { kind: 'text', text: walkText(walk, json.text, place) };
  if (!walk.rules || !place.isQuoted) return json;
  const text = rewrite(json.text, walk.rules);
  return text === json.text ? json : { kind: 'text', text };
}

/** Of a list in a list that is a name and a value, the value stands under that name. */
function walkItem(walk: Walk, item: Json, place: Place): Json {
  const [name, value] = item.kind === 'array' && item.items.length === 2 ? item.items : [];
  if (name?.kind !== 'text' || !value) return walkJson(walk, item, place);
  const pair = placeOf(walk, name.text, place);
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
  // its parameters are sent as others are
  if (outer.isProfile) return name === 'extraParams' ? { name } : { name, isProfile: true };
  const own = secretKind(name);
  const secret = own ?? outer.secret;
  const claim = outer.claim ?? (walk.isMasked(name) ? name : undefined);
  return {
    name,
    ...(outer.isQuoted && { isQuoted: true }),
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
  return json ? writeJson(walkJson(walk, json, { isQuoted: true })) : walkPlain(walk, text, place);
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
  return json ? partOf(writeJson(walkJson(walk, json, { isQuoted: true }))) : markSecret(walk, part, 'value');
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
  if (walk.rules) return rewrite(text, walk.rules);
  const isOpen = place.isTold === true || place.isProfile === true;
  if (isOpen) walk.found.told.add(text);
  else for (const { run } of findRandomRuns(text)) noteSecret(walk.found, run, 'value');
  const within = { isTold: isOpen, depth: (place.depth ?? 0) + 1 };
  if (within.depth > deepest) return '';
  for (const read of readingsOf(text)) walkWithin(walk, read.text, within);
  for (const stretch of findBase64(text)) walkWithin(walk, stretch.within, within);
  return '';
}

function rewrite(text: string, { hits, mark }: Rules): string {
  const whole = mark(text);
  if (whole !== undefined) return whole;
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, value, isWhole } of hits(text)) {
    const own = mark(text.slice(start, end));
    const known = mark(value) ?? removed;
    pieces.push(text.slice(from, start), own ?? (isWhole ? known : known.replace('‹', '‹part of ')));
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
