import { findClass } from '../protocol/acr.ts';
import { findMethod } from '../protocol/amr.ts';
import { findMemberMeaning } from '../protocol/claim-members.ts';
import type { Profile } from '../protocol/records.ts';
import { findScope, type ScopeMeaning } from '../protocol/scopes.ts';
import {
  adminScope,
  adminScopeMeaning,
  cognitoClasses,
  cognitoMethods,
  identityMembers,
} from './cognito-claim-values.ts';

type Provider = Profile['provider'] | undefined;

/** What a value of `amr` or `acr` stands for, or undefined for a provider's own that is not known. */
export function explainValue(provider: Provider, claim: string, value: string): string | undefined {
  if (claim === 'amr') return own(provider, cognitoMethods, value) ?? findMethod(value);
  if (claim === 'acr') return own(provider, cognitoClasses, value) ?? findClass(value);
  return undefined;
}

/** What a member of a claim that is an object is for, or undefined for an unknown one. */
export function explainMember(provider: Provider, claim: string, member: string): string | undefined {
  if (claim === 'identities') return own(provider, identityMembers, member);
  return findMemberMeaning(claim, member);
}

/** What a scope is for, or undefined for an API's own. */
export function explainScope(provider: Provider, name: string): ScopeMeaning | undefined {
  if (provider === 'cognito' && name === adminScope) return { meaning: adminScopeMeaning, claims: [] };
  return findScope(name);
}

function own(provider: Provider, words: Record<string, string>, key: string): string | undefined {
  return provider === 'cognito' && Object.hasOwn(words, key) ? words[key] : undefined;
}
