import { holdsMark, isImported, withSomeSignature } from '../protocol/imported.ts';
import type { Capture, Verdict } from '../protocol/records.ts';
import type { Known } from './known.ts';
import { codeNotOurs } from './response/code.ts';
import { notStartedHere } from './verdict.ts';

/** A redacted capture in the form that it had: no check is to stumble over a mark where a signature stood. */
export function asExported(known: Known): Known {
  if (!isImported(known.capture)) return known;
  const capture = JSON.parse(withSomeSignature(JSON.stringify(known.capture))) as Capture; // texts alone change
  return { ...known, capture };
}

/** What is said of how an imported capture came is what the file says; what was cut or masked cannot be checked. */
export function withImported(verdicts: Verdict[], capture: Capture): Verdict[] {
  if (!isImported(capture)) return verdicts;
  const isRedacted = holdsMark(JSON.stringify(capture));
  return verdicts.map((verdict) => {
    const { reason, result } = verdict;
    if (reason === notStartedHere || reason === codeNotOurs) return { ...verdict, reason: requestOfFile };
    if (!isRedacted || result === 'not_checked') return verdict;
    const why = whyUncertain(verdict, capture.tokens);
    return why === undefined ? verdict : unchecked(verdict, why);
  });
}

const requestOfFile =
  'It was imported, and what its request carried is known from the file alone. Sign in from here to check it.';
const cut = 'It was imported, and its signature was cut. Import a full export to check it.';
const masked = 'It was imported, and what stood here was masked. Import a full export to check it.';

/** Checks that take a signature, or the whole token. */
const ofWhole = new Set([
  ...['signature', 'at_hash', 'c_hash', 's_hash', 'jarm', 'implicit_access_token', 'token_endpoint_id_token'],
  ...['userinfo_signed', 'claim_types', 'token_response'],
]);

function whyUncertain({ check, result, token, expected = '', actual = '' }: Verdict, tokens: Capture['tokens']) {
  const held =
    token === 'id_token' || token === 'access_token' || token === 'refresh_token' ? tokens[token] : undefined;
  if (held?.startsWith('‹')) return masked;
  if (ofWhole.has(check) && (result === 'fail' || hasMark(tokens))) return cut;
  return result === 'fail' && holdsMark(expected + actual) ? masked : undefined;
}

function hasMark(tokens: Capture['tokens']): boolean {
  return Object.values(tokens).some((token) => holdsMark(token ?? ''));
}

function unchecked({ check, token, from, severity }: Verdict, reason: string): Verdict {
  const about = { ...(severity && { severity }), ...(token && { token }), ...(from && { from }) };
  return { check, result: 'not_checked', ...about, reason };
}
