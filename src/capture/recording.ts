/** From what the browser tells to a recording of one login. Pure: nothing of the answer's values is taken along. */
import { single } from '../protocol/answer.ts';
import { matchesCallback, withoutAnswer } from '../protocol/callback-match.ts';
import { parameterNames } from '../protocol/parameter-names.ts';
import type { Profile, Recording } from '../protocol/records.ts';
import { findClaim } from '../protocol/token.ts';
import { isCallable, parseUrl } from '../protocol/url.ts';
import type { SignIn } from '../provider/sign-in-url.ts';
import { type ArrivalEvent, answerLimit, readAnswer } from './arrival.ts';
import { findSignInPage, readKept } from './recording-sign-in.ts';

/** A sign-in under way, in its tab. */
export type SignInSeen = { url: string; tabId: number };

/** A recording that goes on, and the sign-ins that were seen and may come back, the newest first. */
export type Watched = { recording: Recording; signIns: SignInSeen[] };

/** In characters and in count: what of all this is kept at most. */
const longestIssuer = 1024;
const mostSignIns = 20;

/** The state of an event's request or answer: by it a login that was started here is known. */
export function findState(event: ArrivalEvent): string | undefined {
  return findSignInPage(event.url)?.state ?? single(readAnswer(event, '')?.pairs ?? [], 'state');
}

/** What a recording is after an event in a tab: the same object when the event does not concern it. */
export function afterEvent(watched: Watched, event: ArrivalEvent): Watched {
  if (event.frameId !== 0 || event.url.length > answerLimit) return watched;
  return afterAnswer(watched, event) ?? afterSignIn(watched, event);
}

/**
 * The profile that a sign-in stands for, as far as it matters to what is watched; undefined while it is not known where
 * it comes back.
 */
export function expectedAt({ url }: SignInSeen): Profile | undefined {
  const read = readKept(url);
  if (!read?.callback || !parseUrl(read.callback)) return undefined;
  return {
    id: 'recording',
    name: '',
    provider: 'oidc',
    endpoints: { authorization: read.authorization },
    clientId: read.clientId ?? '',
    clientAuth: 'none',
    callback: read.callback,
    responseType: read.responseType ?? '',
    scopes: [],
    extraParams: [],
    intercept: false,
    watchRequests: true,
  };
}

function afterSignIn(watched: Watched, { url, tabId }: ArrivalEvent): Watched {
  const page = findSignInPage(url);
  const read = page && readKept(page.url);
  if (!page || !read || isOfProvider(read, watched.signIns)) return watched;
  const isSeen = watched.signIns.some((one) => one.tabId === tabId && isSameLogin(one, read));
  const [newest] = watched.signIns;
  const isNewest = newest?.url === page.url && newest.tabId === tabId && watched.recording.brought === undefined;
  if (isSeen || isNewest) return watched;
  const others = watched.signIns.filter((one) => one.tabId !== tabId || !isSameClient(one, read));
  const signIns = [{ url: page.url, tabId }, ...others].slice(0, mostSignIns);
  const { callback: _c, brought: _b, source: _s, issuer: _i, ...recording } = watched.recording;
  return { recording: { ...recording, signInUrl: page.url }, signIns };
}

/** The first answer that is no error ends the recording; one with an error is only told. */
function afterAnswer({ recording, signIns }: Watched, event: ArrivalEvent): Watched | undefined {
  const came = signIns.filter((one) => matches(one, event.url));
  const signIn = came.find(({ tabId }) => tabId === event.tabId) ?? came[0];
  const callback = signIn && readKept(signIn.url)?.callback;
  const answer = callback && readAnswer(event, callback);
  if (!answer) return undefined;
  const names = [...new Set(answer.pairs.filter(([, value]) => value !== '').map(([name]) => name))];
  const isError = names.includes('error');
  const issuer = isError ? undefined : findIssuer(answer.pairs);
  const { issuer: _before, ...rest } = recording;
  const after: Recording = {
    ...rest,
    signInUrl: signIn.url,
    callback: withoutAnswer(event.url, callback),
    // what is no parameter of any specification may be a value itself
    brought: names.filter((name) => parameterNames.has(name)),
    source: answer.source,
    ...(issuer && { issuer }),
    ...(!isError && { endedAt: event.at }),
  };
  return { recording: after, signIns: isError ? signIns : [] };
}

function matches(signIn: SignInSeen, address: string): boolean {
  const callback = readKept(signIn.url)?.callback;
  return callback !== undefined && matchesCallback({ callback }, address);
}

/** The issuer that the ID token names, else the answer itself (RFC 9207). */
function findIssuer(pairs: [string, string][]): string | undefined {
  const named = findClaim(single(pairs, 'id_token'), 'iss') ?? single(pairs, 'iss');
  if (typeof named !== 'string' || named.length > longestIssuer || /[?#\s]/.test(named)) return undefined;
  return isCallable(named) ? named : undefined;
}

/** A provider sends its own request to another one: it comes back to where a sign-in that was seen went. */
function isOfProvider({ callback, authorization }: SignIn, signIns: SignInSeen[]): boolean {
  const back = parseUrl(callback ?? '')?.origin;
  const own = parseUrl(authorization)?.origin;
  return signIns.some(({ url }) => {
    const provider = parseUrl(url)?.origin;
    return provider === back && provider !== own;
  });
}

/** A further page may leave the callback out. */
function isSameClient({ url }: SignInSeen, read: SignIn): boolean {
  const before = readKept(url);
  if (before?.clientId !== read.clientId) return false;
  return !before?.callback || !read.callback || before.callback === read.callback;
}

/** The same request on its way through the provider's pages: the first address is that of the authorization endpoint. */
function isSameLogin(signIn: SignInSeen, read: SignIn): boolean {
  const before = readKept(signIn.url);
  if (!before || !isSameClient(signIn, read)) return false;
  return before.authorization !== read.authorization && (before.callback !== undefined || read.callback === undefined);
}
