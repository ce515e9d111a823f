import { type ClaimGroup, type ClaimKind, claimGroups } from '../../src/protocol/claims.ts';
import type { Profile, Verdict } from '../../src/protocol/records.ts';
import type { Member } from '../../src/protocol/token.ts';
import { explainClaim } from '../../src/provider/claim-words.ts';
import { valueText } from './claim-value.ts';

export type ClaimRow = { name: string; value: unknown; kind: ClaimKind; meaning?: string; tone?: 'fail' };
export type ClaimRows = { group: ClaimGroup; title: string; rows: ClaimRow[] };
export type TokenUse = 'id_token' | 'access_token';

/** More rows than this are not put on the page. */
export const mostRows = 5000;

/** The claims of a token by group, those with a failed check marked. A claim nobody knows has no meaning. */
export function claimRows(
  claims: readonly Member[],
  use: TokenUse,
  provider: Profile['provider'] | undefined,
  verdicts: readonly Verdict[] = [],
): ClaimRows[] {
  const failed = new Set(verdicts.filter((v) => v.result === 'fail' && (v.token ?? use) === use).map((v) => v.check));
  const groups = new Map<ClaimGroup, ClaimRow[]>(claimGroups.map((group) => [group, []]));
  for (const [name, value] of inOrder(claims.slice(0, mostRows))) {
    const known = explainClaim(provider, use, name);
    const row: ClaimRow = {
      name,
      value,
      kind: known?.kind ?? 'text',
      ...(known && { meaning: known.meaning }),
      ...(failed.has(name) && { tone: 'fail' as const }),
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
  other: 'Other claims',
};

function textOf({ name, value, meaning = '' }: ClaimRow): string {
  return `${name}\n${valueText(value)}\n${meaning}`.toLowerCase();
}
