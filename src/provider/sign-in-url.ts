import { type Profile, responseModes } from '../protocol/records.ts';
import { findHostedDomain, findPoolRegion, hostedDomainOrigin, signInPaths } from './cognito.ts';
import { decodeOnce, findPastedUrl } from './sign-in-text.ts';

/** What a sign-in URL says of the profile that would make it. */
export type SignIn = {
  kind: 'sign_in';
  provider: Profile['provider'];
  /** For Cognito the origin of its domain; prefix and region where it is a hosted one. */
  domain?: { origin: string; prefix?: string; region?: string };
  authorization: string;
  clientId?: string;
  callback?: string;
  scopes?: string[];
  responseType?: string;
  /** One of the modes that a profile can ask for; any other is dropped. */
  responseMode?: NonNullable<Profile['responseMode']>;
  extraParams: [name: string, value: string][];
  missing: ('client_id' | 'redirect_uri')[];
  /** Names that stand there more than once; the first value counts (RFC 6749 section 3.1 allows one). */
  repeated: string[];
  /** Names of values that are new for each sign-in, or that Claimcheck does not send. */
  dropped: string[];
  wasEncodedTwice: boolean;
};

export type IssuerAddress = { kind: 'issuer'; issuer: string; pool?: { region: string; userPoolId: string } };

export type NoSignIn = {
  kind: 'nothing';
  problem: 'empty' | 'too_long' | 'no_url' | 'scheme' | 'user_info' | 'answer' | 'no_parameters';
};

export type SignInRead = SignIn | IssuerAddress | NoSignIn;

const longest = 20_000;
const oneTime = ['state', 'nonce', 'code_challenge', 'code_challenge_method'];
const known = ['client_id', 'redirect_uri', 'response_type', 'response_mode', 'scope', ...oneTime];
const answered = ['access_token', 'id_token', 'code', 'error'];
/** May stand there more than once (RFC 8707 section 2). */
const repeatable = ['resource'];
const wellKnown = /\/?\.well-known\/(?:openid-configuration|oauth-authorization-server|jwks\.json)(?=\/|$)/;
const authorizePath = /\/(?:authorize|authorization|(?:openid-connect|oauth2?(?:\/v\d+)?)\/auth)\/?$/;
const poolHost = /^(?:issuer-)?cognito-idp\.[a-z0-9-]+\.amazonaws\.com$/;

/** Reads whatever was pasted as the address at which a sign-in starts, or as an issuer. Never throws. */
export function readSignInUrl(text: string): SignInRead {
  if (text.trim() === '') return { kind: 'nothing', problem: 'empty' };
  if (text.length > longest) return { kind: 'nothing', problem: 'too_long' };
  const pasted = findPastedUrl(text);
  if (!pasted) return { kind: 'nothing', problem: 'no_url' };
  const { url, wasEncoded } = pasted;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { kind: 'nothing', problem: 'scheme' };
  if (url.username || url.password) return { kind: 'nothing', problem: 'user_info' };
  const query = readQuery(url.search);
  const names = new Set(query.pairs.map(([name]) => name));
  if (isAnswer(names, url.hash)) return { kind: 'nothing', problem: 'answer' };
  const domain = findDomain(url);
  const isRequest = domain !== undefined || known.some((name) => names.has(name)) || authorizePath.test(url.pathname);
  if (isRequest && !wellKnown.test(url.pathname)) {
    return readRequest(url, query.pairs, domain, wasEncoded || query.wasEncodedTwice);
  }
  return names.size > 0 ? { kind: 'nothing', problem: 'no_parameters' } : readIssuer(url, pasted.text);
}

function isAnswer(names: Set<string>, hash: string): boolean {
  const inFragment = new URLSearchParams(hash.slice(1));
  return answered.some((name) => inFragment.has(name) || (names.has(name) && !names.has('client_id')));
}

/** The pairs of a query, decoded once, or twice where the whole of it was encoded by accident. */
function readQuery(search: string): { pairs: [string, string][]; wasEncodedTwice: boolean } {
  const isWhole = !search.includes('=') && /%3D/i.test(search);
  const pairs = [...new URLSearchParams(isWhole ? decodeOnce(search) : search)];
  const callback = pairs.find(([name]) => name === 'redirect_uri')?.[1];
  const scope = pairs.find(([name]) => name === 'scope')?.[1] ?? '';
  const isTwice = callback === undefined ? /%20/.test(scope) : /^[a-z][a-z0-9+.-]*%(?:25)*3A/i.test(callback);
  if (!isTwice) return { pairs, wasEncodedTwice: isWhole };
  const decode = (value: string) => decodeOnce(value.replaceAll('+', ' '));
  return { pairs: pairs.map(([name, value]) => [decode(name), decode(value)]), wasEncodedTwice: true };
}

/** The Cognito domain that this page belongs to: a hosted one by its name, a custom one by the page's path. */
function findDomain(url: URL): SignIn['domain'] {
  const hosted = findHostedDomain(url.hostname);
  if (hosted && url.protocol === 'https:' && url.port === '') {
    // a FIPS domain is no prefix and region alone: it goes in as a custom one
    const isPlain = hostedDomainOrigin(hosted.prefix, hosted.region) === url.origin;
    return isPlain ? { origin: url.origin, ...hosted } : { origin: url.origin };
  }
  // `/authorize` alone is other providers' path more often than that of a Cognito custom domain
  const isCustom = url.pathname !== '/authorize' && signInPaths.includes(url.pathname);
  return isCustom ? { origin: url.origin } : undefined;
}

function readRequest(url: URL, pairs: [string, string][], domain: SignIn['domain'], wasEncodedTwice: boolean): SignIn {
  const names = pairs.map(([name]) => name);
  const first = (name: string) => pairs.find((pair) => pair[0] === name)?.[1].trim() || undefined;
  const repeated = [...new Set(names)].filter(
    (name) => !repeatable.includes(name) && names.indexOf(name) !== names.lastIndexOf(name),
  );
  const clientId = first('client_id');
  const callback = first('redirect_uri');
  const responseType = first('response_type');
  const responseMode = responseModes.find((mode) => mode === first('response_mode'));
  const scope = first('scope');
  return {
    kind: 'sign_in',
    provider: domain ? 'cognito' : 'oidc',
    ...(domain && { domain }),
    authorization: domain ? `${domain.origin}/oauth2/authorize` : `${url.origin}${url.pathname}`,
    ...(clientId && { clientId }),
    ...(callback && { callback }),
    ...(responseType && { responseType }),
    ...(responseMode && { responseMode }),
    ...(scope && { scopes: [...new Set(scope.split(/\s+/))] }),
    extraParams: pairs.filter(
      ([name], at) => name !== '' && !known.includes(name) && (repeatable.includes(name) || names.indexOf(name) === at),
    ),
    missing: [...(clientId ? [] : ['client_id' as const]), ...(callback ? [] : ['redirect_uri' as const])],
    repeated,
    dropped: [...oneTime, ...(responseMode ? [] : ['response_mode'])].filter((name) => names.includes(name)),
    wasEncodedTwice,
  };
}

/** An issuer is compared as a string: its last slash stays if it was written, and is not added if it was not. */
function readIssuer(url: URL, text: string): IssuerAddress {
  const path = url.pathname.replace(wellKnown, '');
  const hasSlash = path !== '/' || /\/$/.test(text.replace(/[?#].*/, ''));
  const userPoolId = path.slice(1);
  const region = poolHost.test(url.hostname) ? findPoolRegion(userPoolId) : undefined;
  return {
    kind: 'issuer',
    issuer: `${url.origin}${hasSlash ? path : ''}`,
    ...(region && { pool: { region, userPoolId } }),
  };
}
