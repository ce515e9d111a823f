/** Profiles and answers as large as those of a real login. */

/** @typedef {import('../src/protocol/records.ts').Profile} Profile */

/**
 * A profile that watches navigations alone.
 *
 * @param {string} callback
 * @param {number} [number] tells it from others
 * @returns {Profile}
 */
export function profileAt(callback, number = 0) {
  const domain = `https://pool-${number}.auth.us-east-1.amazoncognito.com`;
  return {
    id: `profile-${number}`,
    name: `Profile ${number}`,
    provider: 'cognito',
    issuer: `https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE${number}`,
    endpoints: { authorization: `${domain}/oauth2/authorize`, userinfo: `${domain}/oauth2/userInfo` },
    clientId: `1example23456789abcdef${number}`,
    clientAuth: 'none',
    callback,
    responseType: 'token',
    scopes: ['openid', 'email', 'profile'],
    extraParams: [],
    intercept: false,
    watchRequests: false,
    cognito: { domain },
  };
}

/**
 * The answer of an implicit grant with two tokens of about 1 KB. Nobody signed them.
 *
 * @param {string} round makes it an answer of its own
 */
export function answerOf(round) {
  const token = tokenOf({ sub: 'ada', round, 'cognito:groups': Array.from({ length: 12 }, (_, i) => `group-${i}`) });
  return `id_token=${token}&access_token=${token}&expires_in=3600&token_type=Bearer&state=${round}`;
}

/** @param {object} claims */
function tokenOf(claims) {
  const part = (/** @type {object} */ value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ kid: 'k', alg: 'RS256' })}.${part(claims)}.${Buffer.alloc(256, 's').toString('base64url')}`;
}
