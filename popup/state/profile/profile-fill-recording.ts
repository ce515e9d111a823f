import type { Recording } from '../../../src/protocol/records.ts';
import { readSignInUrl } from '../../../src/provider/sign-in-url.ts';
import { type Draft, editDraft } from './profile-draft.ts';
import { type Filled, fillFromIssuer, fillFromSignIn } from './profile-fill.ts';
import { chooseFlow } from './profile-flow-change.ts';
import { findFlowType } from './profile-flows.ts';
import type { FieldName } from './profile-problems.ts';

/**
 * Puts what was seen of a login into the form: the request, where and how its answer came, and the issuer that the
 * answer named, which is trusted on first use from then on.
 */
export function fillFromRecording(draft: Draft, recording: Recording, taken: readonly string[]): Filled {
  const read = readSignInUrl(recording.signInUrl ?? '');
  const start: Filled = read.kind === 'sign_in' ? fillFromSignIn(draft, read, taken) : { draft, fields: [] };
  const isTyped = start.fields.includes('responseType');
  return withAnswer(withIssuer(start, recording, taken), recording, isTyped);
}

function withIssuer(filled: Filled, { issuer, endedAt, startedAt }: Recording, taken: readonly string[]): Filled {
  const read = readSignInUrl(issuer ?? '');
  if (issuer === undefined || read.kind !== 'issuer') return filled;
  const trusted = { trustedOnFirstUse: { issuer, at: endedAt ?? startedAt } };
  // a provider that is no user pool keeps the endpoint that its sign-in was seen at
  const named = read.pool
    ? fillFromIssuer(filled.draft, { ...read, issuer }, taken)
    : { draft: editDraft(filled.draft, { issuer }), fields: ['issuer' as const] };
  return { draft: { ...named.draft, ...trusted }, fields: union(filled.fields, named.fields) };
}

/** The answer itself says where it came, and by what it brought which flow it was, where the request was not seen. */
function withAnswer(
  { draft, fields }: Filled,
  { callback, brought = [], source }: Recording,
  isTyped: boolean,
): Filled {
  // an error stands in the query where no token was to come (OAuth 2.0 Multiple Response Types section 5)
  const guess = source === 'query' ? 'code' : undefined;
  const type = isTyped ? undefined : (typeOf(brought, draft.provider) ?? guess);
  const isPosted = source === 'form_post' && draft.provider === 'oidc';
  const hasCallback = callback !== undefined && !fields.includes('callback');
  const change: Partial<Draft> = {
    ...(type !== undefined && chooseFlow(draft, type)),
    ...(isPosted && { responseMode: 'form_post' }),
    ...(hasCallback && { callback }),
  };
  const added: FieldName[] = [
    ...(type !== undefined ? ['responseType' as const] : []),
    ...(isPosted ? ['responseMode' as const] : []),
    ...(hasCallback ? ['callback' as const] : []),
  ];
  return { draft: editDraft(draft, change), fields: union(fields, added) };
}

/** Cognito sends an ID token beside the access token without being asked for one. */
function typeOf(brought: readonly string[], provider: Draft['provider']): string | undefined {
  if (provider === 'cognito' && brought.includes('access_token')) return 'token';
  const words = { code: 'code', id_token: 'id_token', access_token: 'token' };
  const type = Object.entries(words).flatMap(([name, word]) => (brought.includes(name) ? [word] : []));
  return type.length > 0 ? findFlowType(type.join(' ')) : undefined;
}

function union(some: FieldName[], more: readonly FieldName[]): FieldName[] {
  return [...new Set([...some, ...more])];
}
