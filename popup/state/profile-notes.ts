import type { CleanUp } from '../../src/protocol/records.ts';
import { parseUrl } from '../../src/protocol/url.ts';
import type { Draft } from './profile-draft.ts';
import { brings } from './profile-flows.ts';
import { findLint, type LintNote } from './profile-lint.ts';
import { sentValue } from './profile-sent.ts';
import { isAppCallback, isFormPost, isReachable } from './profile-watch.ts';

export type ProfileNote =
  | { id: 'no_openid' | 'no_scope' | 'no_pool' | 'no_issuer' | 'no_keys'; tone: 'warn' }
  | { id: 'no_refresh_token' | 'unseen_form_post' | 'unseen_app_scheme'; tone: 'warn' }
  | { id: 'address_bar'; tone: 'warn'; cleanUp: CleanUp[] }
  | { id: 'answer_kept_away' | 'answer_in_form'; tone: 'skip' }
  | { id: 'watches_requests'; tone: 'skip'; why: 'form_post' | 'app_scheme' | 'choice' }
  /** What cannot be done at this callback, as the browser gives no access to its host. */
  | { id: 'out_of_reach'; tone: 'warn'; cannot: Impossible[]; host: string }
  | { id: 'app_not_interceptable'; tone: 'warn' }
  | { id: 'allow_callback' | 'allow_implicit'; tone: 'skip'; clientId: string; callback: string }
  | LintNote;

export type Impossible = 'intercept' | 'form_post' | 'redirects' | 'address';

/**
 * What is worth knowing before the first sign-in: what this set-up cannot do, and what the provider must allow. What
 * will go wrong stands before what is only worth knowing.
 */
export function findNotes(draft: Draft): ProfileNote[] {
  const isCognito = draft.provider === 'cognito';
  const isImplicit = !brings(sentValue(draft, 'response_type'), 'code');
  const client = { clientId: draft.clientId.trim(), callback: draft.callback.trim() };
  const notes: ProfileNote[] = [
    ...scopeNotes(draft),
    ...keyNotes(draft),
    ...watchNotes(draft),
    ...reachNotes(draft),
    ...findLint(draft),
    ...(isImplicit ? [{ id: 'no_refresh_token' as const, tone: 'warn' as const }] : []),
    ...traceNotes(draft),
    ...(isCognito && client.callback ? [{ id: 'allow_callback' as const, tone: 'skip' as const, ...client }] : []),
    ...(isCognito && isImplicit ? [{ id: 'allow_implicit' as const, tone: 'skip' as const, ...client }] : []),
  ];
  return [...notes.filter(({ tone }) => tone === 'warn'), ...notes.filter(({ tone }) => tone !== 'warn')];
}

/** Cognito grants every scope of the app client when none is asked for, `openid` perhaps among them. */
function scopeNotes(draft: Draft): ProfileNote[] {
  const { provider, scopes } = draft;
  if (scopes.includes('openid')) return [];
  if (brings(sentValue(draft, 'response_type'), 'id_token')) return [{ id: 'no_openid_for_id_token', tone: 'warn' }];
  const isOpen = provider === 'cognito' && scopes.length === 0;
  return [{ id: isOpen ? 'no_scope' : 'no_openid', tone: 'warn' }];
}

/** Without the issuer nothing says whose keys sign; with it the keys still need an address. */
function keyNotes({ provider, issuer, endpoints }: Draft): ProfileNote[] {
  if (issuer.trim() === '') return [{ id: provider === 'cognito' ? 'no_pool' : 'no_issuer', tone: 'warn' }];
  return provider === 'oidc' && endpoints.jwks.trim() === '' ? [{ id: 'no_keys', tone: 'warn' }] : [];
}

/** Why requests are watched, or what is not seen without. */
function watchNotes(draft: Draft): ProfileNote[] {
  const why = isFormPost(draft) ? 'form_post' : isAppCallback(draft) ? 'app_scheme' : 'choice';
  if (draft.watchRequests) return [{ id: 'watches_requests', tone: 'skip', why }];
  if (draft.intercept || why === 'choice') return [];
  return [{ id: why === 'form_post' ? 'unseen_form_post' : 'unseen_app_scheme', tone: 'warn' }];
}

/** The browser lets extensions ask for hosts with https, and for this machine. */
function reachNotes(draft: Draft): ProfileNote[] {
  const host = parseUrl(draft.callback.trim())?.hostname;
  if (isAppCallback(draft)) return draft.intercept ? [{ id: 'app_not_interceptable', tone: 'warn' }] : [];
  if (!host || isReachable(draft)) return [];
  const cannot: Impossible[] = [
    ...(draft.intercept ? ['intercept' as const] : []),
    ...(isFormPost(draft) ? ['form_post' as const] : draft.watchRequests ? ['redirects' as const] : []),
    ...(draft.cleanUp.includes('address') ? ['address' as const] : []),
  ];
  return cannot.length > 0 ? [{ id: 'out_of_reach', tone: 'warn', cannot, host }] : [];
}

/** Where the answer stays behind. That of a native app goes to the app, and to no page. */
function traceNotes(draft: Draft): ProfileNote[] {
  if (isAppCallback(draft)) return [];
  if (draft.intercept && isReachable(draft)) return [{ id: 'answer_kept_away', tone: 'skip' }];
  if (isFormPost(draft)) return [{ id: 'answer_in_form', tone: 'skip' }];
  return [{ id: 'address_bar', tone: 'warn', cleanUp: draft.cleanUp.filter((what) => isCleanable(draft, what)) }];
}

function isCleanable(draft: Draft, what: CleanUp): boolean {
  return what === 'history' || isReachable(draft);
}
