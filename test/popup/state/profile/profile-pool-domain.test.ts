import { expect, test } from 'vitest';
import { emptyDraft } from '../../../../popup/state/profile/profile-draft.ts';
import { isPoolDomain } from '../../../../popup/state/profile/profile-pool-domain.ts';

const pool = { ...emptyDraft, customDomain: 'auth.example.com' };
const local = { ...emptyDraft, customDomain: 'http://127.0.0.1:4100' };
const oidc = { ...emptyDraft, provider: 'oidc' as const };

test.each([
  ['the hosted domain', 'https://demo.auth.us-east-1.amazoncognito.com', pool, true],
  ['a path on it', 'https://demo.auth.us-east-1.amazoncognito.com/us-east-1_Abc', pool, true],
  ['it, of a profile that is no pool’s', 'https://demo.auth.us-east-1.amazoncognito.com', oidc, true],
  ['the custom domain', 'https://auth.example.com', pool, true],
  [
    'the same host of another provider',
    'https://auth.example.com',
    { ...oidc, customDomain: 'auth.example.com' },
    false,
  ],
  ['the issuer', 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Abc', pool, false],
  ['a local pool below its domain', 'http://127.0.0.1:4100/us-east-1_Abc', local, false],
  ['no address', 'demo', pool, false],
])('%s as the issuer: %s', (_what, issuer, draft, is) => {
  expect(isPoolDomain(issuer, draft)).toBe(is);
});
