import type { Verdict } from '../../protocol/records.ts';
import { readStrictly } from '../../protocol/strict-token.ts';
import { shown } from '../shown.ts';
import { failed, notChecked, passed } from '../verdict.ts';

const about = { token: 'id_token', from: 'token_endpoint' } as const;

/** Whether both ID tokens of a hybrid flow name the same issuer and the same person (OpenID Connect Core 3.3.3.6). */
export function judgeSameSubject(first: string, second: string | undefined): Verdict {
  const skip = (reason: string) => notChecked('hybrid_same_subject', reason, about);
  if (second === undefined) return skip('The token endpoint sent no second ID token. Ask for the scope openid.');
  const [one, other] = [findClaims(first), findClaims(second)];
  if (!one || !other) return skip('One of the two ID tokens cannot be read. Sign in again for others.');
  const names = ['iss', 'sub'];
  const different = names.find((name) => one.has(name) && other.has(name) && one.get(name) !== other.get(name));
  if (different !== undefined) {
    const words = (claims: typeof one) => `${different}: ${shown(claims.get(different))}`;
    return failed('hybrid_same_subject', { expected: words(one), actual: words(other) }, about);
  }
  const missing = names.find((name) => !one.has(name) || !other.has(name));
  if (missing === undefined) return passed('hybrid_same_subject', about);
  return skip(`One of the two ID tokens has no ${missing} to compare. Sign in again for others.`);
}

/** The claims of a signed token whose payload can be read, or undefined. */
export function findClaims(raw: string): ReadonlyMap<string, unknown> | undefined {
  const token = readStrictly(raw);
  return token.kind === 'signed' && token.isPayloadReadable ? token.claims : undefined;
}
