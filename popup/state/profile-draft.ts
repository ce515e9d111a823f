import type { Profile } from '../../src/protocol/records.ts';
import { parseUrl } from '../../src/protocol/url.ts';
import {
  customDomainOrigin,
  findHostedDomain,
  findPoolRegion,
  hostedDomainOrigin,
  isRegion,
  poolIssuer,
} from '../../src/provider/cognito.ts';

export const endpointNames = ['authorization', 'token', 'userinfo', 'jwks', 'endSession', 'revocation'] as const;
export type EndpointName = (typeof endpointNames)[number];

/** A profile as it stands in the form: every field a text, whether it can be saved or not. */
export type Draft = {
  name: string;
  provider: Profile['provider'];
  prefix: string;
  region: string;
  customDomain: string;
  userPoolId: string;
  issuer: string;
  /** Whether the person wrote the issuer. Until then it follows from the user pool id. */
  isIssuerOwn: boolean;
  endpoints: Record<EndpointName, string>;
  /** The discovery document, and the issuer it was fetched from. */
  discovered?: { issuer: string; metadata: NonNullable<Profile['metadata']> };
  clientId: string;
  callback: string;
  responseType: string;
  scopes: string[];
  extraParams: [name: string, value: string][];
  apiBaseUrl: string;
};

export const noEndpoints: Record<EndpointName, string> = {
  authorization: '',
  token: '',
  userinfo: '',
  jwks: '',
  endSession: '',
  revocation: '',
};

export const emptyDraft: Draft = {
  name: '',
  provider: 'cognito',
  prefix: '',
  region: '',
  customDomain: '',
  userPoolId: '',
  issuer: '',
  isIssuerOwn: false,
  endpoints: noEndpoints,
  clientId: '',
  callback: '',
  responseType: 'token',
  scopes: ['openid', 'profile', 'email'],
  extraParams: [],
  apiBaseUrl: '',
};

export function draftFromProfile(profile: Profile): Draft {
  const { issuer = '', metadata, cognito } = profile;
  const userPoolId = cognito?.userPoolId ?? '';
  const draft: Draft = {
    ...emptyDraft,
    name: profile.name,
    provider: profile.provider,
    userPoolId,
    ...(profile.provider === 'cognito' && domainFields(profile)),
    issuer,
    endpoints: { ...noEndpoints, ...profile.endpoints },
    ...(metadata && { discovered: { issuer, metadata } }),
    clientId: profile.clientId,
    callback: profile.callback,
    responseType: profile.responseType,
    scopes: profile.scopes,
    extraParams: profile.extraParams,
    apiBaseUrl: profile.apiBaseUrl ?? '',
  };
  return { ...draft, isIssuerOwn: issuer !== deriveIssuer(draft) };
}

/** Changes fields as the person does; the issuer of a user pool follows until it is written by hand. */
export function editDraft(draft: Draft, change: Partial<Draft>): Draft {
  const next = { ...draft, ...change };
  if (change.issuer !== undefined) return { ...next, isIssuerOwn: change.isIssuerOwn ?? true };
  if (next.isIssuerOwn || next.provider !== 'cognito') return next;
  return { ...next, issuer: deriveIssuer(next) };
}

/** The issuer of the pool, which lies in the region that its id names. */
function deriveIssuer(draft: Draft): string {
  const userPoolId = draft.userPoolId.trim();
  const region = findPoolRegion(userPoolId);
  return region ? poolIssuer(region, userPoolId) : '';
}

/** The origin of the Cognito domain as it stands in the form, or undefined while it names none. */
export function findDomainOrigin(draft: Draft): string | undefined {
  const custom = draft.customDomain.trim();
  if (custom !== '') return customDomainOrigin(custom);
  const prefix = draft.prefix.trim();
  const region = draft.region.trim();
  const origin = hostedDomainOrigin(prefix, region);
  return isRegion(region) && findHostedDomain(parseUrl(origin)?.hostname ?? '') ? origin : undefined;
}

/** A hosted domain as prefix and region, any other as it is. */
export function splitDomain(origin: string): Pick<Draft, 'prefix' | 'region' | 'customDomain'> {
  const hosted = findHostedDomain(parseUrl(origin)?.hostname ?? '');
  const isPlain = hosted && hostedDomainOrigin(hosted.prefix, hosted.region) === origin;
  return isPlain ? { ...hosted, customDomain: '' } : { prefix: '', region: '', customDomain: shortDomain(origin) };
}

/** A domain as it is written: its host, with the scheme only where it is not https. */
function shortDomain(origin: string): string {
  return origin.replace(/^https:\/\//, '');
}

function domainFields({ cognito, endpoints }: Profile): Pick<Draft, 'prefix' | 'region' | 'customDomain'> {
  const origin = customDomainOrigin(cognito?.domain ?? '') ?? parseUrl(endpoints.authorization)?.origin;
  const fields = splitDomain(origin ?? '');
  return fields.region === '' ? { ...fields, region: cognito?.region ?? '' } : fields;
}
