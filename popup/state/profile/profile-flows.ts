import type { Profile } from '../../../src/protocol/records.ts';
import { brings, wordsOf } from './response-type.ts';

/** The response types of the implicit flow (OAuth 2.0 section 4.2, OpenID Connect Core section 3.2), as they are sent. */
export const implicitTypes = ['token', 'id_token', 'id_token token'] as const;

/** Those of the hybrid flow (OpenID Connect Core section 3.3), as they are sent. */
export const hybridTypes = ['code id_token', 'code token', 'code id_token token'] as const;

/** No sign-in at all: the client gets tokens for itself (client credentials, RFC 6749 section 4.4). */
export const clientAlone = '';

/** Every flow that can be chosen, by its response type. */
export const flowTypes = ['code', ...implicitTypes, ...hybridTypes, clientAlone] as const;
export type FlowType = (typeof flowTypes)[number];

/** The flows that a provider knows, the one to be preferred first. */
export const flowsAt: Record<Profile['provider'], readonly FlowType[]> = {
  cognito: ['code', 'token', clientAlone],
  oidc: ['code', 'id_token token', 'id_token', 'token', clientAlone, ...hybridTypes],
};

export function isHybrid(responseType: string): boolean {
  return brings(responseType, 'code') && wordsOf(responseType).length > 1;
}

/** Whether two response types ask for the same: the order of the words does not count. */
export function isSameType(one: string, other: string): boolean {
  return sorted(one) === sorted(other);
}

/** A response type of the implicit flow in the order in which it is sent, or undefined for any other. */
export function findImplicitType(responseType: string): (typeof implicitTypes)[number] | undefined {
  return implicitTypes.find((type) => isSameType(type, responseType));
}

/** A response type in the order in which it is sent, or undefined for one that no flow has. */
export function findFlowType(responseType: string): FlowType | undefined {
  return flowTypes.find((type) => isSameType(type, responseType));
}

/** Whether a token comes with the authorization answer, where the query must not carry it. */
export function bringsToken(responseType: string): boolean {
  return brings(responseType, 'token') || brings(responseType, 'id_token');
}

function sorted(responseType: string): string {
  return wordsOf(responseType).sort().join(' ');
}
