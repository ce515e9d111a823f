import { severityOf } from '../../../src/protocol/checks.ts';
import { type ClaimGroup, type ClaimKind, type ClaimMeaning, claimGroups } from '../../../src/protocol/claims.ts';
import type { Profile, Verdict } from '../../../src/protocol/records.ts';
import type { Member } from '../../../src/protocol/token.ts';
import { explainClaim } from '../../../src/provider/claim-words.ts';
import { valueText } from './claim-value.ts';

export type RowTone = 'fail' | 'warn';
export type ClaimRow = {
  name: string;
  value: unknown;
  kind: ClaimKind;
  meaning?: string;
  tone?: RowTone;
  /** The number as it stands in the token, where reading it rounds. */
  source?: string;
  /** Every value beside it is text too, which is said once and not of each. */
  isAsText?: true;
};
export type ClaimRows = {
  group: ClaimGroup;
  title: string;
  rows: ClaimRow[];
  /** Its first rows are in the piece before. */
  isContinued?: true;
};
export type TokenUse = 'id_token' | 'access_token';

/** More rows than this are not read for the page. So many are put on it at a time. */
export const mostRows = 5000;
export const rowsAtATime = 200;
/** A table of its own for so many of them. */
export const rowsInPiece = 50;

/** The claims of a token by group, those with a failed check marked. A claim nobody knows has no meaning. */
export function claimRows(
  claims: readonly Member[],
  use: TokenUse,
  provider: Profile['provider'] | undefined,
  verdicts: readonly Verdict[] = [],
  rounded: readonly [name: string, sourceText: string][] = [],
): ClaimRows[] {
  const tones = claimTones(verdicts, use);
  const sources = new Map(rounded);
  const groups = new Map<ClaimGroup, ClaimRow[]>(claimGroups.map((group) => [group, []]));
  const isClients = use === 'access_token' && isOfClient(claims);
  for (const [name, value] of inOrder(claims.slice(0, mostRows))) {
    const known = isClients && name === 'sub' ? clientSub : explainClaim(provider, use, name);
    const tone = tones.get(name);
    const source = sources.get(name);
    const row: ClaimRow = {
      name,
      value,
      kind: known?.kind ?? 'text',
      ...(known && { meaning: known.meaning }),
      ...(tone && { tone }),
      ...(source !== undefined && { source }),
    };
    groups.get(known?.group ?? 'other')?.push(row);
  }
  return [...groups]
    .filter(([, rows]) => rows.length > 0)
    .map(([group, rows]) => ({ group, title: titles[group], rows }));
}

/** The rows in which every word of the query stands: in the name, the value or the meaning. */
export function filterRows(groups: readonly ClaimRows[], query: string): ClaimRows[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...groups];
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => words.every((word) => textOf(row).includes(word))) }))
    .filter((group) => group.rows.length > 0);
}

export function countRows(groups: readonly ClaimRows[]): number {
  return groups.reduce((sum, { rows }) => sum + rows.length, 0);
}

/**
 * The rows of all groups, in their order, in pieces. Each is a table of its own, which the browser lays out when it comes
 * into sight: one with thousands of rows would hold up the person whenever it grows.
 */
export function inPieces(groups: readonly ClaimRows[]): ClaimRows[][] {
  const pieces: ClaimRows[][] = [];
  let room = 0;
  for (const group of groups) {
    for (let at = 0; at < group.rows.length; ) {
      if (room === 0) {
        pieces.push([]);
        room = rowsInPiece;
      }
      const rows = group.rows.slice(at, at + room);
      pieces.at(-1)?.push({ ...group, rows, ...(at > 0 && { isContinued: true }) });
      at += rows.length;
      room -= rows.length;
    }
  }
  return pieces;
}

/** A token of a client for itself names the client as its subject (RFC 9068 section 2.2). */
function isOfClient(claims: readonly Member[]): boolean {
  const claimOf = (wanted: string) => claims.find(([name]) => name === wanted)?.[1];
  const subject = claimOf('sub');
  return typeof subject === 'string' && subject === claimOf('client_id');
}

const clientSub: ClaimMeaning = {
  group: 'for_whom',
  kind: 'text',
  meaning: 'The client itself: the token stands for no user.',
};

/** What a row gives to the clipboard. */
export function copiedText({ value, source }: ClaimRow): string {
  return source ?? valueText(value).toWellFormed();
}

/** Most checks of a claim are named for it. */
const aboutClaim: Record<string, string> = { exp_range: 'exp', iat_age: 'iat', nonce_required: 'nonce' };

function claimTones(verdicts: readonly Verdict[], use: TokenUse): Map<string, RowTone> {
  const tones = new Map<string, RowTone>();
  for (const verdict of verdicts) {
    const severity = severityOf(verdict);
    if (verdict.result !== 'fail' || severity === 'info' || (verdict.token ?? use) !== use) continue;
    const claim = Object.hasOwn(aboutClaim, verdict.check) ? aboutClaim[verdict.check] : verdict.check;
    if (claim && tones.get(claim) !== 'fail') tones.set(claim, severity === 'blocking' ? 'fail' : 'warn');
  }
  return tones;
}

/** What a person looks for first stands first; the rest follows in the order of the token. */
const first = [
  ...['sub', 'cognito:username', 'username', 'preferred_username', 'name', 'cognito:groups', 'email', 'email_verified'],
  ...['iss', 'aud', 'azp', 'client_id', 'scope', 'token_use', 'version', 'auth_time', 'iat', 'nbf', 'exp'],
  ...['nonce', 'at_hash', 'c_hash', 'jti', 'origin_jti', 'event_id'],
];
const places = new Map(first.map((name, index) => [name, index]));

function inOrder(claims: Member[]): Member[] {
  const place = ([name]: Member) => places.get(name) ?? first.length;
  return claims.sort((a, b) => place(a) - place(b));
}

const titles: Record<ClaimGroup, string> = {
  who: 'Who signed in',
  for_whom: 'Issued by whom, for whom',
  times: 'Times',
  ties: 'Ties to this login',
  other: 'Custom claims: in no specification that Claimcheck knows',
};

/** Made once for a row: a filter asks for it with each key. */
const texts = new WeakMap<ClaimRow, string>();

function textOf(row: ClaimRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = `${row.name}\n${row.source ?? valueText(row.value)}\n${row.meaning ?? ''}`.toLowerCase();
  texts.set(row, text);
  return text;
}
