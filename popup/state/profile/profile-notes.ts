import { isClientAlone } from '../../../src/protocol/needs.ts';
import type { CleanUp } from '../../../src/protocol/records.ts';
import { parseUrl } from '../../../src/protocol/url.ts';
import type { Draft } from './profile-draft.ts';
import { bringsToken } from './profile-flows.ts';
import { findLint, type LintNote } from './profile-lint.ts';
import type { SecretState } from './profile-secret.ts';
import { sentValue } from './profile-sent.ts';
import { isAppCallback, isFormPost, isReachable } from './profile-watch.ts';
import { brings } from './response-type.ts';

export type ProfileNote =
  | { id: 'no_openid' | 'no_scope' | 'no_pool' | 'no_issuer' | 'no_keys'; tone: 'warn' }
  | { id: 'no_refresh_token' | 'unseen_form_post' | 'unseen_app_scheme'; tone: 'warn' }
  | { id: 'address_bar'; tone: 'warn'; cleanUp: CleanUp[] }
  | { id: 'code_in_address'; tone: 'skip'; cleanUp: CleanUp[] }
  | { id: 'no_user'; tone: 'skip' }
  | { id: 'answer_kept_away' | 'answer_in_form'; tone: 'skip' }
  | { id: 'watches_requests'; tone: 'skip'; why: 'form_post' | 'app_scheme' | 'choice' }
  /** What cannot be done at this callback, as the browser gives no access to its host. */
  | { id: 'out_of_reach'; tone: 'warn'; cannot: Impossible[]; host: string }
  | { id: 'app_not_interceptable'; tone: 'warn' }
  | { id: 'allow_callback'; tone: 'skip'; clientId: string; callback: string }
  /** The grant that a pool’s app client must have ticked. */
  | { id: 'allow_grant'; tone: 'skip'; clientId: string; grant: 'code' | 'implicit' | 'client' }
  | LintNote;

export type Impossible = 'intercept' | 'form_post' | 'redirects' | 'address';

/**
 * What is worth knowing before the first sign-in: what this set-up cannot do, and what the provider must allow. What
 * will go wrong stands before what is only worth knowing. `secret`: where the client secret is, where that is known.
 */
export function findNotes(draft: Draft, secret?: SecretState): ProfileNote[] {
  const notes = isClientAlone(draft) ? clientNotes(draft, secret) : signInNotes(draft, secret);
  return [...notes.filter(({ tone }) => tone === 'warn'), ...notes.filter(({ tone }) => tone !== 'warn')];
}

/** Of a client that gets tokens for itself: there is no login, so nothing of one. */
function clientNotes(draft: Draft, secret: SecretState | undefined): ProfileNote[] {
  return [
    { id: 'no_user', tone: 'skip' },
    ...keyNotes(draft),
    ...findLint(draft, secret),
    ...grantNotes(draft, 'client'),
  ];
}

function signInNotes(draft: Draft, secret: SecretState | undefined): ProfileNote[] {
  const isCognito = draft.provider === 'cognito';
  const isImplicit = !brings(sentValue(draft, 'response_type'), 'code');
  const client = { clientId: draft.clientId.trim(), callback: draft.callback.trim() };
  return [
    ...scopeNotes(draft),
    ...keyNotes(draft),
    ...watchNotes(draft),
    ...reachNotes(draft),
    ...findLint(draft, secret),
    ...(isImplicit ? [{ id: 'no_refresh_token' as const, tone: 'warn' as const }] : []),
    ...traceNotes(draft),
    ...(isCognito && client.callback ? [{ id: 'allow_callback' as const, tone: 'skip' as const, ...client }] : []),
    ...grantNotes(draft, isImplicit ? 'implicit' : 'code'),
  ];
}

function grantNotes(draft: Draft, grant: 'code' | 'implicit' | 'client'): ProfileNote[] {
  if (draft.provider !== 'cognito') return [];
  return [{ id: 'allow_grant', tone: 'skip', clientId: draft.clientId.trim(), grant }];
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
  const cleanUp = draft.cleanUp.filter((what) => isCleanable(draft, what));
  const isCodeAlone = !bringsToken(sentValue(draft, 'response_type'));
  return [
    isCodeAlone ? { id: 'code_in_address', tone: 'skip', cleanUp } : { id: 'address_bar', tone: 'warn', cleanUp },
  ];
}

function isCleanable(draft: Draft, what: CleanUp): boolean {
  return what === 'history' || isReachable(draft);
}
