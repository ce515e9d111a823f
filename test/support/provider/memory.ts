import type { Grant } from './issue.ts';

/** How a client shows who it is; one that is not registered is public and not asked (RFC 6749 section 2.3). */
export type Client = { auth: 'none' | 'client_secret_basic' | 'client_secret_post'; secret?: string };

/** What the provider remembers. A grant is one login: all tokens that came of it die together. */
export type Memory = {
  /** By code and by refresh token; each is there until it is spent. */
  grants: Map<string, Grant>;
  /** What was spent, so that using it again is noticed. */
  spent: Map<string, Grant>;
  /** Whose each access token is, and of which login: none, where the client got it for itself. */
  accessTokens: Map<string, { clientId: string; grant?: Grant }>;
  clients: Map<string, Client>;
  /** The values of the cookies of browsers in which the person is signed in. */
  sessions: Set<string>;
};

export function emptyMemory(): Memory {
  return { grants: new Map(), spent: new Map(), accessTokens: new Map(), clients: new Map(), sessions: new Set() };
}

/** Ends every token of a login. */
export function endGrant({ grants, accessTokens }: Memory, grant: Grant): void {
  for (const [given, one] of grants) if (one === grant) grants.delete(given);
  for (const [token, one] of accessTokens) if (one.grant === grant) accessTokens.delete(token);
}
