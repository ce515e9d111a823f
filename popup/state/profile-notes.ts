import type { Draft } from './profile-draft.ts';

export type ProfileNote =
  | { id: 'no_openid' | 'no_scope' | 'no_pool' | 'no_issuer' | 'no_keys'; tone: 'warn' }
  | { id: 'no_refresh_token' | 'address_bar'; tone: 'warn' }
  | { id: 'allow_callback' | 'allow_implicit'; tone: 'skip'; clientId: string; callback: string };

/** What is worth knowing before the first sign-in: what this set-up cannot do, and what the provider must allow. */
export function findNotes(draft: Draft): ProfileNote[] {
  const isCognito = draft.provider === 'cognito';
  const client = { clientId: draft.clientId.trim(), callback: draft.callback.trim() };
  return [
    ...scopeNotes(draft),
    ...keyNotes(draft),
    { id: 'no_refresh_token', tone: 'warn' },
    { id: 'address_bar', tone: 'warn' },
    ...(isCognito && client.callback ? [{ id: 'allow_callback' as const, tone: 'skip' as const, ...client }] : []),
    ...(isCognito ? [{ id: 'allow_implicit' as const, tone: 'skip' as const, ...client }] : []),
  ];
}

/** Cognito grants every scope of the app client when none is asked for, `openid` perhaps among them. */
function scopeNotes({ provider, scopes }: Draft): ProfileNote[] {
  if (scopes.includes('openid')) return [];
  const isOpen = provider === 'cognito' && scopes.length === 0;
  return [{ id: isOpen ? 'no_scope' : 'no_openid', tone: 'warn' }];
}

/** Without the issuer nothing says whose keys sign; with it the keys still need an address. */
function keyNotes({ provider, issuer, endpoints }: Draft): ProfileNote[] {
  if (issuer.trim() === '') return [{ id: provider === 'cognito' ? 'no_pool' : 'no_issuer', tone: 'warn' }];
  return provider === 'oidc' && endpoints.jwks.trim() === '' ? [{ id: 'no_keys', tone: 'warn' }] : [];
}
