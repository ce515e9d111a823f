import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { decodeToken, type Member } from '../../../src/protocol/token.ts';
import { explainScope } from '../../../src/provider/value-words.ts';
import { userinfoEndpointOf } from '../token/token-endpoint.ts';
import { readUserinfo } from '../userinfo/userinfo-answer.ts';
import { compareUserinfo } from '../userinfo/userinfo-compare.ts';

export type ScopeState = 'granted' | 'not_granted' | 'not_asked_for';
export type ScopeRow = {
  name: string;
  state: ScopeState;
  meaning?: string;
  /** Its claims that came, and those that did not where that is worth a word. */
  brought: string[];
  missing: string[];
};
export type ScopeRows = {
  rows: ScopeRow[];
  /** Where the granted ones are said; `assumed`: nowhere, so they are as asked for (RFC 6749 section 5.1). */
  from: 'answer' | 'token' | 'assumed';
  /** Whether userInfo may still bring what is missing. */
  canAsk: boolean;
  isAskedKnown: boolean;
};

/** More scopes than this are not put on the page. */
const mostScopes = 200;

/** What was asked for against what was granted, and what each scope brought. Undefined where nothing is to be said. */
export function scopeRows(capture: Capture, profile: Profile | undefined): ScopeRows | undefined {
  const asked = capture.request?.scopes;
  const access = claimsOf(capture.tokens.access_token);
  const inToken = scopeClaim(access);
  const granted = capture.scope === undefined ? inToken : split(capture.scope);
  const all = [...new Set([...(asked ?? []), ...(granted ?? asked ?? [])])].slice(0, mostScopes);
  const answer = answerClaims(capture, profile);
  const came = cameClaims(claimsOf(capture.tokens.id_token), answer);
  const canAsk = capture.tokens.access_token !== undefined && userinfoEndpointOf(profile) !== undefined;
  const isGranted = new Set(granted ?? asked);
  const isAsked = new Set(asked ?? granted);
  const rows = all.map((name): ScopeRow => {
    const known = explainScope(profile?.provider, name);
    const brought = known?.claims.filter((claim) => came?.has(claim)) ?? [];
    return {
      name,
      state: isGranted.has(name) ? (isAsked.has(name) ? 'granted' : 'not_asked_for') : 'not_granted',
      ...(known && { meaning: known.meaning }),
      brought,
      missing: came && isGranted.has(name) ? missingOf(known?.claims ?? [], brought) : [],
    };
  });
  const isWorthIt = rows.some(({ state, meaning }) => state !== 'granted' || meaning !== undefined);
  if (!isWorthIt) return undefined;
  return {
    rows,
    from: granted === undefined ? 'assumed' : capture.scope === undefined ? 'token' : 'answer',
    canAsk: canAsk && !answer,
    isAskedKnown: asked !== undefined,
  };
}

/** A state in a word or two. What stands in the token alone is not said to be granted, or not to be. */
export function stateWords(state: ScopeState, from: ScopeRows['from']): string {
  switch (state) {
    case 'granted':
      return from === 'token' ? 'In the token' : 'Granted';
    case 'not_granted':
      return from === 'token' ? 'Not in the token' : 'Not granted';
    case 'not_asked_for':
      return 'Not asked for';
  }
}

/** The count of each state in words, for the folded section. */
export function scopeCounts({ rows, from, isAskedKnown }: ScopeRows): string {
  const counts = (['granted', 'not_granted', 'not_asked_for'] as const).flatMap((state) => {
    const count = rows.filter((row) => row.state === state).length;
    return count > 0 || state === 'granted' ? [`${count} ${stateWords(state, from).toLowerCase()}`] : [];
  });
  return [...counts, ...(isAskedKnown ? [] : ['request not known'])].join(', ');
}

/** Of a long list no claim has to come: only nothing at all is worth a word. */
function missingOf(claims: readonly string[], brought: readonly string[]): string[] {
  if (claims.length > 2) return brought.length === 0 ? [...claims] : [];
  return claims.filter((claim) => !brought.includes(claim));
}

/** The claims in the ID token and in an answer of userInfo that speaks of the same user; undefined where neither can be read. */
function cameClaims(idClaims: readonly Member[] | undefined, answer: readonly Member[] | undefined) {
  if (!idClaims && !answer) return undefined;
  const { sub } = compareUserinfo(answer ?? [], idClaims);
  const counts = sub === 'same' || sub === 'not_compared';
  return new Set([...(idClaims ?? []), ...(counts && answer ? answer : [])].map(([name]) => name));
}

function answerClaims({ userinfo }: Capture, profile: Profile | undefined): readonly Member[] | undefined {
  const answer = userinfo && readUserinfo(userinfo, profile);
  return answer?.kind === 'claims' ? answer.members : undefined;
}

function scopeClaim(claims: readonly Member[] | undefined): string[] | undefined {
  const value = claims?.find(([name]) => name === 'scope')?.[1] ?? claims?.find(([name]) => name === 'scp')?.[1];
  if (typeof value === 'string') return split(value);
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : undefined;
}

function claimsOf(token: string | undefined): readonly Member[] | undefined {
  const decoded = token === undefined ? undefined : decodeToken(token);
  return decoded?.kind === 'signed' ? decoded.claims : undefined;
}

function split(scope: string): string[] {
  return scope.split(' ').filter(Boolean);
}
