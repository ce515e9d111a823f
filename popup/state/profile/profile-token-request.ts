import type { Draft } from './profile-draft.ts';
import { profileFromDraft } from './profile-record.ts';

/** One parameter or header of the call; the value of one that is secret is not shown. */
export type RequestRow = { name: string; value: string; isSecret: boolean };

/**
 * The call by which a client gets tokens for itself (RFC 6749 section 4.4.2, RFC 8707 section 2), taken apart. The
 * secret is never among the values.
 */
export function tokenRequestOf(draft: Draft): { endpoint: string | undefined; rows: RequestRow[] } {
  const { endpoints, clientId, clientAuth, scopes, extraParams } = profileFromDraft(draft, 'preview');
  const row = (name: string, value: string, isSecret = false): RequestRow => ({ name, value, isSecret });
  const rows = [
    ...(clientAuth === 'client_secret_basic' ? [row('Authorization', '', true)] : []),
    row('grant_type', 'client_credentials'),
    ...(scopes.length > 0 ? [row('scope', scopes.join(' '))] : []),
    ...extraParams.filter(([name]) => name === 'resource').map(([name, value]) => row(name, value)),
    ...(clientAuth === 'client_secret_basic' ? [] : [row('client_id', clientId)]),
    ...(clientAuth === 'client_secret_post' ? [row('client_secret', '', true)] : []),
  ];
  return { endpoint: endpoints.token, rows };
}
