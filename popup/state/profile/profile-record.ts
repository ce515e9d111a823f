import { isClientAlone } from '../../../src/protocol/needs.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { parseUrl } from '../../../src/protocol/url.ts';
import {
  cognitoEndpoints,
  customDomainOrigin,
  findHostedDomain,
  findPoolRegion,
} from '../../../src/provider/cognito.ts';
import { checkingMembers } from './profile-checking.ts';
import { type Draft, type EndpointName, endpointNames, findDomainOrigin } from './profile-draft.ts';

/**
 * The record that a draft makes. What the form does not show stays as it is in `base`. Where nobody signs in nothing
 * comes back, and so there is nothing to watch.
 */
export function profileFromDraft(draft: Draft, id: string, base?: Profile): Profile {
  const hidden = hiddenMembers(base);
  const issuer = draft.issuer.trim();
  const metadata = draft.discovered?.issuer === issuer ? draft.discovered.metadata : undefined;
  const apiBaseUrl = draft.apiBaseUrl.trim();
  const cognito = cognitoMember(draft);
  const trusted = draft.trustedOnFirstUse?.issuer === issuer ? draft.trustedOnFirstUse : undefined;
  return {
    ...hidden,
    id,
    name: draft.name.trim(),
    provider: draft.provider,
    ...(issuer && { issuer }),
    endpoints: draft.provider === 'cognito' ? domainEndpoints(draft, base) : typedEndpoints(draft.endpoints),
    ...(metadata && { metadata }),
    clientId: draft.clientId.trim(),
    clientAuth: draft.clientAuth,
    responseType: draft.responseType,
    scopes: draft.scopes,
    extraParams: draft.extraParams
      .filter(([name]) => name.trim() !== '')
      .map(([name, value]) => [name.trim(), value] satisfies [string, string]),
    ...(isClientAlone(draft) ? noReturn : returnMembers(draft)),
    ...checkingMembers(draft.checking, base),
    ...(trusted && { trustedOnFirstUse: trusted }),
    ...(apiBaseUrl && { apiBaseUrl }),
    ...(cognito && { cognito }),
  };
}

type Return = Pick<Profile, 'callback' | 'logoutUri' | 'responseMode' | 'intercept' | 'watchRequests' | 'cleanUp'>;

const noReturn: Return = { callback: '', intercept: false, watchRequests: false };

/** Where and how the answer comes back, and what is done then. */
function returnMembers({ callback, logoutUri, responseMode, intercept, watchRequests, cleanUp }: Draft): Return {
  return {
    callback: callback.trim(),
    ...(logoutUri.trim() && { logoutUri: logoutUri.trim() }),
    ...(responseMode && { responseMode }),
    intercept,
    watchRequests,
    ...(cleanUp.length > 0 && { cleanUp }),
  };
}

/** A stored profile without the members that the form may leave out. */
function hiddenMembers(base: Profile | undefined): Partial<Profile> {
  const {
    issuer: _i,
    metadata: _m,
    cognito: _c,
    apiBaseUrl: _a,
    responseMode: _r,
    logoutUri: _o,
    cleanUp: _u,
    idTokenAlgs: _l,
    clockSkew: _s,
    iatWindow: _w,
    anyLoopbackPort: _p,
    trustedOnFirstUse: _t,
    ...hidden
  } = base ?? {};
  return hidden;
}

function cognitoMember(draft: Draft): Profile['cognito'] | undefined {
  if (draft.provider !== 'cognito') return undefined;
  const origin = findDomainOrigin(draft) ?? '';
  const userPoolId = draft.userPoolId.trim();
  const region =
    findHostedDomain(parseUrl(origin)?.hostname ?? '')?.region ?? findPoolRegion(userPoolId) ?? draft.region.trim();
  return { domain: origin, ...(region && { region }), ...(userPoolId && { userPoolId }) };
}

/** Endpoints follow from the domain and the issuer; while these stay, so do endpoints that were set otherwise. */
function domainEndpoints(draft: Draft, base: Profile | undefined): Profile['endpoints'] {
  const origin = findDomainOrigin(draft);
  const issuer = draft.issuer.trim() || undefined;
  const isSame =
    base?.provider === 'cognito' && base.issuer === issuer && customDomainOrigin(base.cognito?.domain ?? '') === origin;
  if (isSame) return base.endpoints;
  return origin ? cognitoEndpoints(origin, issuer) : { authorization: '' };
}

function typedEndpoints(typed: Record<EndpointName, string>): Profile['endpoints'] {
  const filled = endpointNames
    .map((name) => [name, typed[name].trim()] as const)
    .filter(([, address]) => address !== '');
  return { authorization: '', ...Object.fromEntries(filled) };
}
