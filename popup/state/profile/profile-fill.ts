import type { Discovered } from '../../../src/messages.ts';
import { isClientAlone } from '../../../src/protocol/needs.ts';
import { parseUrl } from '../../../src/protocol/url.ts';
import { cognitoEndpoints, findHostedDomain } from '../../../src/provider/cognito.ts';
import type { IssuerAddress, SignIn } from '../../../src/provider/sign-in-url.ts';
import { type Draft, editDraft, endpointNames, findDomainOrigin, noEndpoints, splitDomain } from './profile-draft.ts';
import { chooseFlow } from './profile-flow-change.ts';
import { findFlowType, findImplicitType, implicitTypes, isHybrid, isSameType } from './profile-flows.ts';
import { freeName } from './profile-names.ts';
import { isSecretParam } from './profile-params.ts';
import type { FieldName } from './profile-problems.ts';

/** A draft after something was filled in, and the fields that were. */
export type Filled = { draft: Draft; fields: FieldName[] };

/** Puts what a sign-in URL says into the form. What it does not say stays. */
export function fillFromSignIn(draft: Draft, read: SignIn, taken: readonly string[]): Filled {
  const start = sameProvider(draft, read)
    ? draft
    : { ...draft, issuer: '', isIssuerOwn: false, endpoints: noEndpoints, responseMode: '' as const };
  const domain = read.domain && splitDomain(read.domain.origin);
  // who pastes a sign-in wants one
  const responseType = findFlowType(read.responseType ?? '') || (isClientAlone(start) ? 'code' : undefined);
  // Cognito has no response modes
  const responseMode = read.provider === 'cognito' ? undefined : read.responseMode;
  const extraParams = read.extraParams.filter((pair) => !isSecretParam(pair));
  const change: Partial<Draft> = {
    provider: read.provider,
    ...(draft.name.trim() === '' && { name: freeName(suggestName(read), taken) }),
    ...(domain?.customDomain ? { customDomain: domain.customDomain } : domain),
    ...(read.provider === 'oidc' && { endpoints: { ...start.endpoints, authorization: read.authorization } }),
    ...(read.clientId && { clientId: read.clientId }),
    ...(read.callback && { callback: read.callback }),
    ...(read.scopes && { scopes: read.scopes }),
    ...(responseType && chooseFlow(start, responseType)),
    ...(responseMode && { responseMode }),
    ...((read.clientId || extraParams.length > 0) && { extraParams }),
  };
  const fields: FieldName[] = [
    'provider',
    ...(domain?.customDomain ? ['customDomain' as const] : domain ? (['prefix', 'region'] as const) : []),
    ...(read.provider === 'oidc' ? ['authorization' as const] : []),
    ...(read.clientId ? ['clientId' as const] : []),
    ...(read.callback ? ['callback' as const] : []),
    ...(responseType ? ['responseType' as const] : []),
    ...(responseMode ? ['responseMode' as const] : []),
    ...(read.scopes ? ['scopes' as const] : []),
    ...(extraParams.length > 0 ? ['extraParams' as const] : []),
  ];
  return { draft: editDraft(start, change), fields };
}

/** Whether issuer and endpoints in the form can belong to the provider of this URL; else they are another's. */
function sameProvider(draft: Draft, read: SignIn): boolean {
  if (draft.provider !== read.provider) return false;
  const { authorization } = draft.endpoints;
  return (
    read.provider === 'cognito' || authorization === '' || originOf(authorization) === originOf(read.authorization)
  );
}

function originOf(address: string): string | undefined {
  return parseUrl(address)?.origin;
}

/** Puts an issuer into the form: that of a user pool as Cognito, any other as an OpenID Connect provider. */
export function fillFromIssuer(draft: Draft, read: IssuerAddress, taken: readonly string[]): Filled {
  const host = parseUrl(read.issuer)?.hostname ?? '';
  const name = draft.name.trim() === '' ? { name: freeName(read.pool?.userPoolId ?? host, taken) } : {};
  const { pool, issuer } = read;
  if (!pool) {
    const endpoints = issuer === draft.issuer ? draft.endpoints : noEndpoints;
    return {
      draft: editDraft(draft, { ...name, provider: 'oidc', issuer, endpoints }),
      fields: ['provider', 'issuer'],
    };
  }
  const change = { ...name, provider: 'cognito' as const, userPoolId: pool.userPoolId };
  const next = editDraft({ ...draft, isIssuerOwn: false }, change);
  return {
    // the updated issuer has another host than the one that follows from the pool id
    draft: next.issuer === issuer ? next : editDraft(next, { issuer }),
    fields: ['provider', 'userPoolId', 'issuer'],
  };
}

type Found = Extract<Discovered, { ok: true }>;

/**
 * The form without what another issuer's discovery put into it: a token of one provider must not go to the endpoints
 * of another. What the person wrote stays.
 */
export function dropForeignEndpoints(draft: Draft): Draft {
  const { discovered, ...rest } = draft;
  if (!discovered || discovered.issuer === draft.issuer.trim()) return draft;
  const foreign = new Set(Object.values(discovered.metadata.document));
  const kept = endpointNames.map((name) => [name, foreign.has(draft.endpoints[name]) ? '' : draft.endpoints[name]]);
  return { ...rest, endpoints: { ...noEndpoints, ...Object.fromEntries(kept) } };
}

/** Puts the endpoints of a discovery document into the form. A pool's document also names the domain. */
export function fillFromDiscovery(draft: Draft, found: Found): Filled {
  const discovered = { issuer: draft.issuer.trim(), metadata: found.metadata };
  if (draft.provider === 'oidc') {
    const fields = endpointNames.filter((name) => found.endpoints[name] !== undefined);
    const endpoints = { ...dropForeignEndpoints(draft).endpoints, ...found.endpoints };
    const responseType = findOffered(draft.responseType, found.metadata.document);
    if (responseType === undefined) return { draft: { ...draft, endpoints, discovered }, fields };
    return { draft: { ...draft, endpoints, discovered, responseType }, fields: [...fields, 'responseType'] };
  }
  const origin = discoveredDomain(found);
  if (!origin || findDomainOrigin(draft)) return { draft: { ...draft, discovered }, fields: [] };
  const domain = splitDomain(origin);
  const fields: FieldName[] = domain.customDomain ? ['customDomain'] : ['prefix', 'region'];
  return { draft: { ...draft, ...domain, discovered }, fields };
}

/**
 * Cognito knows no hybrid flow, and no other implicit one than `token`, with which its preset begins. Elsewhere that one
 * brings the access token alone, and most providers refuse it: there a code is what works.
 */
function typeAt(provider: Draft['provider'], draft: Draft): string {
  const { responseType } = draft;
  if (provider === 'cognito') {
    if (isHybrid(responseType)) return 'code';
    return findImplicitType(responseType) ? 'token' : responseType;
  }
  return draft.provider === 'cognito' && responseType === 'token' ? 'code' : responseType;
}

/** The implicit flow that the provider offers in place of one that it does not, the one with both tokens first. */
function findOffered(responseType: string, { response_types_supported: offered }: Found['metadata']['document']) {
  if (!findImplicitType(responseType) || !Array.isArray(offered)) return undefined;
  const types = offered.filter((type) => typeof type === 'string');
  const isOffered = (wanted: string) => types.some((type) => isSameType(type, wanted));
  return isOffered(responseType) ? undefined : [...implicitTypes].reverse().find(isOffered);
}

/** The domain that a pool's discovery document names. A pool without one answers with endpoints below its issuer. */
export function discoveredDomain(found: Found): string | undefined {
  const url = parseUrl(found.endpoints.authorization ?? '');
  return url?.pathname === '/oauth2/authorize' ? url.origin : undefined;
}

/** Changes the preset, and takes along what the other preset's form says. */
export function changeProvider(draft: Draft, provider: Draft['provider']): Draft {
  const origin = findDomainOrigin(draft);
  const responseType = typeAt(provider, draft);
  if (provider === 'cognito') return editDraft(draft, { provider, responseType, responseMode: '' });
  if (!origin || originOf(draft.endpoints.authorization) === origin)
    return editDraft(draft, { provider, responseType });
  const endpoints = { ...draft.endpoints, ...cognitoEndpoints(origin, draft.issuer.trim() || undefined) };
  return editDraft(draft, { provider, responseType, endpoints });
}

function suggestName(read: SignIn): string {
  const url = parseUrl(read.domain?.origin ?? read.authorization);
  return read.domain?.prefix ?? findHostedDomain(url?.hostname ?? '')?.prefix ?? url?.host ?? '';
}
