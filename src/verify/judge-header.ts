import type { Verdict } from '../protocol/records.ts';
import { kindOf, shown } from './shown.ts';
import { type About, failed, passed } from './verdict.ts';

type Header = ReadonlyMap<string, unknown>;

/**
 * The verdict of `crit`: no extension is understood here, so a token that demands one is refused (RFC 7515 section
 * 4.1.11). `b64` may be named where it says what holds anyway: `false` is not for tokens (RFC 7797 section 7).
 */
export function judgeCrit(header: Header, about: About): Verdict {
  const fault = critFault(header);
  return fault ? failed('crit', fault, about) : passed('crit', about);
}

function critFault(header: Header): { expected: string; actual: string } | undefined {
  if (header.has('b64') && header.get('b64') !== true) {
    return { expected: 'a payload in base64url', actual: `b64: ${shownMember(header.get('b64'))}` };
  }
  if (!header.has('crit')) return undefined;
  const crit = header.get('crit');
  if (!Array.isArray(crit)) return { expected: 'a list of names', actual: shown(crit) };
  if (crit.length === 0) return { expected: 'a list that names something', actual: 'an empty list' };
  const odd = crit.find((name) => typeof name !== 'string' || name === '');
  if (odd !== undefined) return { expected: 'a list of names', actual: `a list with ${shownMember(odd)}` };
  const unknown = crit.filter((name) => name !== 'b64');
  if (unknown.length > 0) return { expected: 'no extension', actual: unknown.join(', ') };
  if (crit.length > 1) return { expected: 'each name once', actual: crit.join(', ') };
  return header.has('b64') ? undefined : { expected: 'b64 in the header', actual: 'none' };
}

const embedded = ['jwk', 'jku', 'x5u', 'x5c'];

/** The verdict of `embedded_key`: what a token brings of its own key is shown, never fetched or used. */
export function judgeEmbeddedKey(header: Header, about: About): Verdict {
  const found = embedded.filter((name) => header.has(name));
  if (found.length === 0) return passed('embedded_key', about);
  return failed('embedded_key', { expected: `none of ${embedded.join(', ')}`, actual: found.join(', ') }, about);
}

function shownMember(value: unknown): string {
  return value === '' ? 'an empty text' : kindOf(value);
}
