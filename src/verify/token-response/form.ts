import type { Verdict } from '../../protocol/records.ts';
import { kindOf, shown } from '../shown.ts';
import { type Failure, failed, notChecked, passed } from '../verdict.ts';
import { findText, type TokenEndpointAnswer, type TokenResponse } from './answer.ts';

/** The form of an answer of the token endpoint: `token_response`, and with tokens `token_type` and `expires_in`. */
export function judgeForm(response: TokenResponse, { cacheControl }: TokenEndpointAnswer): Verdict[] {
  switch (response.kind) {
    case 'error':
      return [failed('token_response', { expected: 'tokens', actual: response.error })];
    case 'unusable':
      return [failed('token_response', { expected: response.expected, actual: response.actual })];
    case 'tokens': {
      const { members } = response;
      const fault = response.fault ?? errorFault(members) ?? typeFault(members) ?? storeFault(cacheControl);
      return [
        fault ? failed('token_response', fault) : passed('token_response'),
        judgeTokenType(members.get('token_type')),
        judgeExpiresIn(members.get('expires_in')),
      ];
    }
  }
}

/** Either or: who sends both may mean either. */
function errorFault(members: ReadonlyMap<string, unknown>): Failure | undefined {
  const error = findText(members, 'error');
  return error === undefined ? undefined : { expected: 'tokens without an error', actual: `error: ${shown(error)}` };
}

/** A missing `token_type` is for the check of that name. */
function typeFault(members: ReadonlyMap<string, unknown>): Failure | undefined {
  const accessToken = members.get('access_token');
  if (typeof accessToken !== 'string' || accessToken === '') {
    return { expected: 'access_token: text', actual: `access_token: ${shown(accessToken)}` };
  }
  const name = ['token_type', 'id_token', 'refresh_token', 'scope'].find(
    (one) => members.has(one) && typeof members.get(one) !== 'string',
  );
  return name === undefined
    ? undefined
    : { expected: `${name}: text`, actual: `${name}: ${kindOf(members.get(name))}` };
}

function storeFault(cacheControl: string | undefined): Failure | undefined {
  const directives = (cacheControl ?? '').toLowerCase().split(',');
  if (directives.some((directive) => directive.trim() === 'no-store')) return undefined;
  return { expected: 'Cache-Control: no-store', actual: cacheControl ? `Cache-Control: ${cacheControl}` : 'none' };
}

function judgeTokenType(type: unknown): Verdict {
  if (type !== undefined && typeof type !== 'string') {
    return notChecked('token_type', 'token_type is no text, so it names no type. Have the provider send it as text.');
  }
  return type !== undefined && /^(?:bearer|dpop)$/i.test(type)
    ? passed('token_type')
    : failed('token_type', { expected: 'Bearer or DPoP', actual: shown(type) });
}

/** Absent means unknown, which is no fault (RFC 6749 section 5.1). Seconds. */
function judgeExpiresIn(expiresIn: unknown): Verdict {
  if (expiresIn === undefined) return passed('expires_in');
  if (typeof expiresIn === 'number' && Number.isFinite(expiresIn) && expiresIn >= 0) return passed('expires_in');
  const actual = typeof expiresIn === 'number' ? String(expiresIn) : kindOf(expiresIn);
  return failed('expires_in', { expected: 'a number of seconds', actual });
}
