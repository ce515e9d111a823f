import type { CleanUp, Profile } from '../../../src/protocol/records.ts';
import { parseUrl } from '../../../src/protocol/url.ts';
import {
  customDomainOrigin,
  findHostedDomain,
  findPoolRegion,
  hostedDomainOrigin,
  isRegion,
  poolIssuer,
} from '../../../src/provider/cognito.ts';
import { type Checking, checkingOf, noChecking } from './profile-checking.ts';
import { wantsRequests } from './profile-watch.ts';

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
  clientAuth: Profile['clientAuth'];
  callback: string;
  logoutUri: string;
  responseType: string;
  /** Empty for the provider's default. */
  responseMode: NonNullable<Profile['responseMode']> | '';
  scopes: string[];
  extraParams: [name: string, value: string][];
  apiBaseUrl: string;
  watchRequests: boolean;
  /** Whether the person ticked or unticked it. Until then it follows from the response mode and the callback. */
  isWatchOwn: boolean;
  intercept: boolean;
  cleanUp: CleanUp[];
  checking: Checking;
  /** As it was typed. It is not part of the profile, and is not shown again. */
  clientSecret: string;
  /** Whether the secret is to outlive the browser, encrypted under the passphrase. */
  keeping: 'session' | 'disk';
  /** As it was typed, for one saving. */
  passphrase: string;
  /** That the issuer was taken from a token, and when. */
  trustedOnFirstUse?: NonNullable<Profile['trustedOnFirstUse']>;
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
  clientAuth: 'none',
  callback: '',
  logoutUri: '',
  responseType: 'token',
  responseMode: '',
  scopes: ['openid', 'profile', 'email'],
  extraParams: [],
  apiBaseUrl: '',
  watchRequests: false,
  isWatchOwn: false,
  intercept: false,
  cleanUp: [],
  checking: noChecking,
  clientSecret: '',
  keeping: 'session',
  passphrase: '',
};

export function draftFromProfile(profile: Profile): Draft {
  const { issuer = '', metadata, cognito, trustedOnFirstUse } = profile;
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
    clientAuth: profile.clientAuth,
    callback: profile.callback,
    logoutUri: profile.logoutUri ?? '',
    responseType: profile.responseType,
    responseMode: profile.responseMode ?? '',
    scopes: profile.scopes,
    extraParams: profile.extraParams,
    apiBaseUrl: profile.apiBaseUrl ?? '',
    watchRequests: profile.watchRequests,
    intercept: profile.intercept,
    cleanUp: profile.cleanUp ?? [],
    checking: checkingOf(profile),
    ...(trustedOnFirstUse && { trustedOnFirstUse }),
  };
  return {
    ...draft,
    isIssuerOwn: issuer !== deriveIssuer(draft),
    isWatchOwn: profile.watchRequests !== wantsRequests(draft),
  };
}

/**
 * Changes fields as the person does. The issuer of a user pool follows until it is written by hand, and so does
 * watching requests until it is ticked or unticked.
 */
export function editDraft(draft: Draft, change: Partial<Draft>): Draft {
  return followIssuer(followAnswer({ ...draft, ...change }, change), change);
}

function followAnswer(next: Draft, { watchRequests }: Partial<Draft>): Draft {
  const isWanted = wantsRequests(next);
  if (watchRequests !== undefined) return { ...next, isWatchOwn: watchRequests !== isWanted };
  return next.isWatchOwn ? next : { ...next, watchRequests: isWanted };
}

function followIssuer(next: Draft, change: Partial<Draft>): Draft {
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
