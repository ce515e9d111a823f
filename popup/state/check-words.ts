import type { Verdict } from '../../src/protocol/records.ts';

type CheckWords = { name: string; wire?: string; failure?: string; pass?: string; fail?: string; skip?: string };

/** The checks in plain words beside their wire name. One that is not in here shows its id, never a guess. */
export const checkWords: Record<string, CheckWords> = {
  state: {
    name: 'State',
    wire: 'state',
    pass: 'The answer carries the value that this sign-in sent.',
    failure: 'The state does not fit this login',
    fail: 'The answer does not carry the value that this sign-in sent. It may belong to another login: do not use it. Sign in again.',
    skip: 'This login was not started here, so the value that was sent is not known.',
  },
  nonce: {
    name: 'Nonce',
    wire: 'nonce',
    pass: 'Equal to the one that was sent. The token answers this request.',
    failure: 'The nonce is not the one that was sent',
    fail: 'The ID token carries another value than was sent. It belongs to another login: do not use it. Sign in again.',
    skip: 'This login was not started here, so the value that was sent is not known.',
  },
  duplicate_parameter: {
    name: 'Each parameter once',
    pass: 'No parameter of the answer stands twice.',
    fail: 'A parameter stands more than once. Which one counts is left to chance (RFC 6749 section 3.1).',
  },
  error_response: {
    name: 'Answer without an error',
    wire: 'error',
    pass: 'The provider reported no error.',
    fail: 'The provider answered with an error.',
  },
  token_in_query: {
    name: 'No token in the query',
    pass: 'No token stands in the query.',
    failure: 'A token came in the query',
    fail: 'The query is sent to the server: its logs, a proxy or the Referer may keep the token. Treat it as known to others: revoke it, and use a flow whose tokens come in the fragment or for a code.',
  },
  iss_parameter: { name: 'Issuer of the answer', wire: 'iss', pass: 'The answer names the issuer of this profile.' },
  token_type: { name: 'Token type', wire: 'token_type', pass: 'A bearer token, as expected.' },
  expires_in: { name: 'Lifetime', wire: 'expires_in' },
  scope: { name: 'Scopes', wire: 'scope', pass: 'The scopes that were asked for were granted.' },
  callback: { name: 'Callback', pass: 'The address is the registered one.' },
  signature: { name: 'Signature' },
  iss: { name: 'Issuer', wire: 'iss' },
  aud: { name: 'Audience', wire: 'aud' },
  azp: { name: 'Authorized party', wire: 'azp' },
  client_id: { name: 'Client', wire: 'client_id' },
  exp: { name: 'Expiry', wire: 'exp' },
  iat: { name: 'Issue time', wire: 'iat' },
  nbf: { name: 'Not before', wire: 'nbf' },
  at_hash: { name: 'Access token hash', wire: 'at_hash' },
  c_hash: { name: 'Code hash', wire: 'c_hash' },
  auth_time: { name: 'Sign-in time', wire: 'auth_time' },
  max_age: { name: 'Sign-in age', wire: 'max_age' },
  token_use: { name: 'Kind', wire: 'token_use' },
  sub: { name: 'User', wire: 'sub' },
};

export type CheckLine = {
  name: string;
  wire?: string;
  word: string;
  failure?: string;
  tone: 'fail' | 'skip' | 'pass';
  reason?: string;
};

/** One verdict as a line of the list. The judge's own reason goes before the words of the table. */
export function checkLine(verdict: Verdict): CheckLine {
  const words = Object.hasOwn(checkWords, verdict.check) ? checkWords[verdict.check] : undefined;
  const { tone, word } = results[verdict.result];
  const reason = verdict.reason ?? words?.[tone];
  return {
    name: words?.name ?? verdict.check,
    ...(words?.wire !== undefined && { wire: words.wire }),
    ...(words?.failure !== undefined && { failure: words.failure }),
    tone,
    word,
    ...(reason !== undefined && { reason }),
  };
}

const results = {
  fail: { tone: 'fail', word: 'Failed' },
  not_checked: { tone: 'skip', word: 'Not checked' },
  pass: { tone: 'pass', word: 'Passed' },
} as const;
