import { type Capture, tokenNames } from '../records.ts';
import { findClaim } from '../token.ts';

/** A capture, how its profile is called, and whom that profile asks as which client. */
export type Login = { capture: Capture; profile: string; issuer?: string | undefined; client?: string | undefined };

/** Where one of these is missing it is not known: of a login that was not started here nobody saw the request. */
export const unsureFacts = ['response_type', 'scope_requested', 'scope'];

/** What is to be known of a login itself, apart from what its tokens say. */
export function loginFacts({ capture, profile }: Login): ReadonlyMap<string, unknown> {
  const { request, error, tokenType, source, callback, tokens } = capture;
  const facts: [name: string, value: unknown][] = [
    ['profile', profile],
    ['started', startedWords(capture)],
    ['response_type', request?.responseType],
    ['scope_requested', request?.scopes],
    ['scope', grantedScopes(capture)],
    ['source', source],
    ['callback', callback === '' ? undefined : callback],
    ['tokens', tokenNames.filter((name) => tokens[name] !== undefined)],
    ['token_type', tokenType],
    ['error', error?.error],
    ['error_description', error?.description],
  ];
  return new Map(facts.filter(([, value]) => value !== undefined));
}

function startedWords({ origin, startedHere, silent }: Capture): string {
  if (origin !== undefined) return origin;
  if (!startedHere) return 'elsewhere';
  return silent ? 'in Claimcheck, silently' : 'in Claimcheck';
}

/** As the answer says, else the access token, else as asked for (RFC 6749 section 5.1). */
function grantedScopes({ scope, tokens, request }: Capture): string[] | undefined {
  const inToken = findClaim(tokens.access_token, 'scope');
  const text = scope ?? (typeof inToken === 'string' ? inToken : undefined);
  return text === undefined ? request?.scopes : text.split(' ').filter(Boolean);
}
