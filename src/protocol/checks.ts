import type { Severity, Verdict } from './records.ts';

/**
 * Every check by its stable id, with what a failure means. Ids are added, never renamed or used anew. The order is the
 * one in which they are listed.
 */
const table = {
  // the authorization response
  error_response: 'blocking',
  callback_url: 'blocking',
  callback_https: 'blocking',
  duplicate_parameter: 'blocking',
  empty_parameter: 'info',
  unknown_parameter: 'info',
  token_in_query: 'blocking',
  state: 'blocking',
  csrf_binding: 'blocking',
  iss_parameter: 'blocking',
  iss_parameter_missing: 'blocking',
  iss_parameter_not_advertised: 'warning',
  iss_parameter_same_as_token: 'blocking',
  mix_up: 'blocking',
  response_parameters: 'warning',
  id_token_only: 'warning',
  form_post: 'info',
  jarm: 'blocking',
  // what came with an access token
  token_type: 'blocking',
  implicit_access_token: 'warning',
  expires_in: 'info',
  scope: 'info',
  dpop: 'warning',
  dpop_nonce: 'warning',
  // the code
  pkce: 'blocking',
  code_single_use: 'blocking',
  // a token's form and signature
  compact_form: 'blocking',
  json_object: 'blocking',
  duplicate_member: 'blocking',
  crit: 'blocking',
  embedded_key: 'warning',
  alg_none: 'blocking',
  alg: 'blocking',
  alg_hmac: 'blocking',
  kid: 'blocking',
  key: 'blocking',
  signature: 'blocking',
  // the claims of an ID token
  claim_types: 'blocking',
  typ: 'warning',
  token_use: 'blocking',
  iss: 'blocking',
  aud: 'blocking',
  azp: 'warning',
  sub: 'blocking',
  exp: 'blocking',
  exp_range: 'warning',
  iat: 'blocking',
  iat_age: 'warning',
  nbf: 'warning',
  nonce: 'blocking',
  nonce_required: 'blocking',
  auth_time: 'blocking',
  acr: 'warning',
  at_hash: 'blocking',
  c_hash: 'blocking',
  s_hash: 'blocking',
  // an access token that is a JWT
  access_token_profile: 'info',
  client_id: 'warning',
  // the issuer's own documents
  discovery_issuer: 'blocking',
  discovery_endpoints: 'blocking',
  // the token endpoint and refresh
  token_response: 'blocking',
  token_endpoint_id_token: 'blocking',
  hybrid_same_subject: 'blocking',
  refresh_same_subject: 'blocking',
  refresh_rotation: 'blocking',
  refresh_scope: 'warning',
  // userInfo
  userinfo_transport: 'blocking',
  userinfo_response: 'blocking',
  userinfo_error: 'info',
  userinfo_signed: 'blocking',
  userinfo_sub: 'blocking',
  userinfo_without_id_token: 'warning',
} as const satisfies Record<string, Severity>;

export type CheckId = keyof typeof table;

/** What the reasons of checks without keys say where access to the host of the key set may help, and nowhere else. */
export const unreachableKeys = 'its host did not answer, or its answer may not be read';

export const checkIds = Object.keys(table) as CheckId[]; // the keys of the table just above

/** What a failure of this verdict means. A check of a later version that is not known here counts as blocking. */
export function severityOf({ check, severity }: Pick<Verdict, 'check' | 'severity'>): Severity {
  return severity ?? (Object.hasOwn(table, check) ? table[check as CheckId] : 'blocking'); // looked up just before
}

/** Whether a failure turns the answer red: nothing of it is to be used. */
export function isBlocking(verdict: Verdict): boolean {
  return verdict.result === 'fail' && severityOf(verdict) === 'blocking';
}

/**
 * Whether the tokens themselves are not to be used. A userInfo answer that is refused says nothing of them, nor does a
 * refresh token that brought no new ones, or a code beside them that brought none.
 */
export function isUseBlocked(verdicts: readonly Verdict[]): boolean {
  return verdicts.some((verdict) => isBlocking(verdict) && !isBeside(verdict));
}

function isBeside({ token }: Verdict): boolean {
  return token === 'userinfo' || token === 'refresh_token' || token === 'code';
}

/** Whether every check of the mandatory set passed, and there is one: those whose failure would be blocking. */
export function isAllPassed(verdicts: readonly Verdict[]): boolean {
  const mandatory = verdicts.filter((verdict) => severityOf(verdict) === 'blocking');
  return mandatory.length > 0 && mandatory.every(({ result }) => result === 'pass');
}
