import { parseUrl } from '../../../src/protocol/url.ts';
import { findHostedDomain } from '../../../src/provider/cognito.ts';
import { type Draft, findDomainOrigin } from './profile-draft.ts';

/** Whether what stands as the issuer is the domain of a user pool, where its login pages are and no discovery. */
export function isPoolDomain(issuer: string, draft: Draft): boolean {
  const url = parseUrl(issuer);
  if (!url) return false;
  // a local pool may serve both at one origin, its issuer below a path
  const isOwn = draft.provider === 'cognito' && url.origin === findDomainOrigin(draft) && url.pathname === '/';
  return isOwn || findHostedDomain(url.hostname) !== undefined;
}
