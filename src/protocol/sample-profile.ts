import type { Capture, Profile } from './records.ts';
import { isSample } from './sample.ts';

// no name below .invalid exists (RFC 2606 section 2): nothing can be asked there, whatever is copied out of a sample
const issuer = 'https://cognito-idp.sample.invalid/us-east-1_SAMPLE';
const domain = 'https://claimcheck.auth.sample.invalid';

const endpoints = {
  authorization: `${domain}/oauth2/authorize`,
  token: `${domain}/oauth2/token`,
  userinfo: `${domain}/oauth2/userInfo`,
  jwks: `${issuer}/.well-known/jwks.json`,
};

/** What samples are shown and judged by. It is stored nowhere, and no list of profiles holds it. */
export const sampleProfile: Profile = {
  id: 'claimcheck:sample',
  name: 'Sample',
  provider: 'cognito',
  issuer,
  endpoints,
  metadata: {
    fetchedAt: 0,
    document: {
      issuer,
      authorization_endpoint: endpoints.authorization,
      token_endpoint: endpoints.token,
      userinfo_endpoint: endpoints.userinfo,
      jwks_uri: endpoints.jwks,
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code', 'token'],
      scopes_supported: ['openid', 'email', 'phone', 'profile'],
      subject_types_supported: ['public'],
    },
  },
  clientId: '1sample23456789abcdefghijk',
  clientAuth: 'none',
  callback: 'https://app.sample.invalid/callback',
  responseType: 'token',
  scopes: ['openid', 'profile', 'email'],
  extraParams: [],
  intercept: false,
  watchRequests: false,
  iatWindow: 300,
  apiBaseUrl: 'https://api.sample.invalid/orders',
  cognito: { domain, region: 'us-east-1', userPoolId: 'us-east-1_SAMPLE' },
};

/** The profile that a capture belongs to; undefined where it was deleted, or where there was none. */
export function profileOf(
  capture: Pick<Capture, 'origin' | 'profileId'>,
  profiles: readonly Profile[],
): Profile | undefined {
  return isSample(capture) ? sampleProfile : profiles.find(({ id }) => id === capture.profileId);
}
