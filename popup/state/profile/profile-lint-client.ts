import { isClientAlone } from '../../../src/protocol/needs.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { wantsHmac } from './profile-checking.ts';
import type { Draft } from './profile-draft.ts';
import { asString, asStrings } from './profile-metadata.ts';
import type { SecretState } from './profile-secret.ts';
import { sentValue } from './profile-sent.ts';
import { brings } from './response-type.ts';

/** What will go wrong at the token endpoint: there is none, or the client shows itself as it does not take it. */
export type ClientNote =
  | { id: 'no_token_endpoint' | 'secret_missing' | 'secret_locked' | 'secret_not_sent'; tone: 'warn' }
  | { id: 'client_alone_public' | 'cognito_client_scopes'; tone: 'warn' }
  | { id: 'client_auth_not_offered'; tone: 'warn' | 'skip'; asked: Profile['clientAuth']; offered: string[] }
  | { id: 'client_credentials_not_offered'; tone: 'warn'; offered: string[] };

/** Nothing where no token endpoint is called. `secret` is where the client secret is; undefined while that is not known. */
export function findClientNotes(draft: Draft, secret: SecretState | undefined): ClientNote[] {
  const isAlone = isClientAlone(draft);
  if (!isAlone && !brings(sentValue(draft, 'response_type'), 'code')) return [];
  return [
    ...(hasTokenEndpoint(draft) ? [] : [{ id: 'no_token_endpoint' as const, tone: 'warn' as const }]),
    ...secretNotes(draft, secret),
    ...methodNotes(draft),
    ...(isAlone ? aloneNotes(draft) : []),
  ];
}

/** That of a pool follows from its domain. */
function hasTokenEndpoint(draft: Draft): boolean {
  const { provider, endpoints } = draft;
  return provider === 'cognito' || endpoints.token.trim() !== '' || asString(draft, 'token_endpoint') !== undefined;
}

function secretNotes(draft: Draft, secret: SecretState | undefined): ClientNote[] {
  const isTyped = draft.clientSecret.trim() !== '';
  if (draft.clientAuth === 'none') {
    // it may be there for a signature alone
    const isIdle = (isTyped || (secret !== undefined && secret !== 'none')) && !wantsHmac(draft);
    return isIdle ? [{ id: 'secret_not_sent', tone: 'warn' }] : [];
  }
  if (isTyped) return [];
  if (secret === 'none') return [{ id: 'secret_missing', tone: 'warn' }];
  return secret === 'locked' ? [{ id: 'secret_locked', tone: 'warn' }] : [];
}

/**
 * A provider that lists its methods need not list `none` (OpenID Connect Discovery section 3). A pool takes both, and
 * says the same for each.
 */
function methodNotes(draft: Draft): ClientNote[] {
  const asked = draft.clientAuth;
  const offered = asStrings(draft, 'token_endpoint_auth_methods_supported');
  if (draft.provider === 'cognito' || !offered || offered.includes(asked)) return [];
  return [{ id: 'client_auth_not_offered', tone: asked === 'none' ? 'skip' : 'warn', asked, offered }];
}

/** Scopes that say something of a user; a client alone gets those of resource servers, which have a slash. */
const ofUsers = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'];

function aloneNotes(draft: Draft): ClientNote[] {
  const grants = asStrings(draft, 'grant_types_supported');
  const isLeftOut = draft.provider === 'oidc' && grants !== undefined && !grants.includes('client_credentials');
  const hasUserScope = draft.provider === 'cognito' && draft.scopes.some((scope) => ofUsers.includes(scope));
  return [
    ...(draft.clientAuth === 'none' ? [{ id: 'client_alone_public' as const, tone: 'warn' as const }] : []),
    ...(isLeftOut ? [{ id: 'client_credentials_not_offered' as const, tone: 'warn' as const, offered: grants }] : []),
    ...(hasUserScope ? [{ id: 'cognito_client_scopes' as const, tone: 'warn' as const }] : []),
  ];
}
