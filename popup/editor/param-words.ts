/** What a parameter of the authorize URL brings about; nothing is guessed for an unknown one. */
export const paramWords: Record<string, string> = {
  state: 'New for each sign-in, compared on return.',
  nonce: 'New for each sign-in, compared with the ID token.',
  code_challenge:
    'New for each sign-in: the hash of a verifier that only Claimcheck has, and without which the code is worth nothing.',
  code_challenge_method: 'The hash is SHA-256.',
  login_hint: 'Fills in the user name on the login page.',
  identity_provider: 'Skips the login page and goes to this identity provider.',
  idp_identifier: 'Skips the login page and goes to the identity provider with this identifier.',
  lang: 'Language of the login page.',
  ui_locales: 'Languages of the login page, the preferred one first.',
  prompt: 'Whether the login page is shown.',
  resource: 'Becomes the audience of the access token.',
  audience: 'Becomes the audience of the access token.',
  max_age: 'Seconds a login may lie back before it is asked for again.',
  acr_values: 'How strongly the user is to sign in.',
  claims: 'Single claims that are asked for, as JSON.',
  display: 'How the login page is laid out.',
};
