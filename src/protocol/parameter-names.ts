/** The parameters of authorization responses, by the specification that has them. Any other is unrecognised. */
export const parameterNames: ReadonlySet<string> = new Set([
  // RFC 6749 sections 4.1.2 and 4.2.2; a refresh token and its kin stand in section 5.1
  ...['code', 'state', 'access_token', 'token_type', 'expires_in', 'scope', 'refresh_token'],
  ...['error', 'error_description', 'error_uri'],
  // OpenID Connect Core section 3.2.2.5, Session Management section 3
  ...['id_token', 'session_state'],
  // RFC 9207, JWT Secured Authorization Response Mode
  ...['iss', 'response'],
]);
