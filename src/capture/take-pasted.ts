import { matchesCallback, withoutAnswer } from '../protocol/callback-match.ts';
import { answeredClient } from '../protocol/login-client.ts';
import { type Pasted, parsePasted } from '../protocol/pasted.ts';
import type { Capture, Profile } from '../protocol/records.ts';
import { limitPairs } from './answer-limits.ts';
import { answerLimit } from './arrival.ts';
import { captureId, captureOf } from './capture-of.ts';
import { chooseProfile } from './choose-profile.ts';
import { pastedId } from './keep-pasted.ts';

/** What reading a pasted text needs to know. `now` in milliseconds. */
export type PasteWorld = { profiles: readonly Profile[]; isPrivate: boolean; now: number };

/**
 * A pasted token, callback URL or token answer as a capture of its own, not judged yet; the same answer has the same id.
 * It belongs to the profile whose callback it ended at, else to the one that is named.
 */
export async function takePasted(
  text: string,
  profileId: string | undefined,
  { profiles, isPrivate, now }: PasteWorld,
): Promise<{ ok: true; capture: Capture } | { ok: false; reason: string }> {
  if (text.length > answerLimit) return { ok: false, reason: tooLong(text.length) };
  const read = parsePasted(text, '');
  if (!read.ok) return { ok: false, reason: reasons[read.why] };
  const { profile, isAmbiguous, callback } = ownerOf(read, profileId, { profiles, now });
  const own = parsePasted(text, callback);
  if (!own.ok) return { ok: false, reason: reasons[own.why] };

  const { pairs, refused } = limitPairs(own.pairs);
  // its kind of source is none of an address: that of the answer's form is put back below
  const answer = { source: own.source === 'token_endpoint' ? 'fragment' : own.source, pairs, problems: own.problems };
  const id = pastedId(await captureId(profile.id, answer, refused, isPrivate));
  const { url = '' } = own;
  const capture = captureOf({
    ...{ id, profile, answer, isPrivate, isAmbiguous, login: undefined },
    arrival: { id: '', url, kind: 'committed', tabId: -1, frameId: 0, at: now, refused },
    ...{ isErrorPage: false, isIntercepted: false },
  });
  const events = capture.events.map((event) => (event.kind === 'captured' ? { ...event, kind: 'pasted' } : event));
  const place = { source: own.source, callback: url === '' ? '' : withoutAnswer(url, callback) };
  const client = profile.id === '' ? {} : { client: answeredClient(profile) };
  return { ok: true, capture: { ...capture, ...place, ...client, events, origin: 'pasted' } };
}

/** The profile that a pasted answer belongs to, and the callback whose own query is no part of the answer. */
function ownerOf(
  { url, pairs }: Parsed,
  profileId: string | undefined,
  { profiles, now }: Pick<PasteWorld, 'profiles' | 'now'>,
): { profile: Profile; isAmbiguous: boolean; callback: string } {
  // '' says that it is to be held against none
  const fallback = profileId === '' ? undefined : profiles[0];
  const named = profiles.find(({ id }) => id === profileId) ?? fallback ?? nobody;
  const ended = url === undefined ? [] : profiles.filter((one) => matchesCallback(one, url));
  const choice = chooseProfile(ended, { tabId: -1, at: now }, pairs, []);
  if (!choice) return { profile: named, isAmbiguous: false, callback: '' };
  // of several that end here, the one that the person has in front
  const profile = choice.couldBe.includes(named) ? named : choice.profile;
  return { profile, isAmbiguous: choice.isAmbiguous, callback: profile.callback };
}

type Parsed = Extract<Pasted, { ok: true }>;

const reasons = {
  empty: 'There is no text to read. Paste a token, or the callback URL with the answer in it.',
  user_info:
    'This address has a user name or password before its host, so it is no registered callback, whatever it looks like. Copy it from the address bar right after the login came back.',
  no_answer:
    'This address carries no answer: neither its fragment nor its query has a token, a code or an error. Copy it from the address bar right after the login came back.',
  no_token_in_json:
    'This JSON has no access_token, id_token, code or error. Paste the whole answer of the token endpoint.',
  not_understood:
    'This is no token, no callback URL and no token answer. A token is one word without spaces; a URL starts with its scheme.',
};

function tooLong(size: number): string {
  const [length, limit] = [size, answerLimit].map((count) => count.toLocaleString('en'));
  return `The text has ${length} characters; the limit is ${limit}.`;
}

/** Whom a pasted token belongs to while there is no profile: nothing is expected of it. */
const nobody: Profile = {
  id: '',
  name: '',
  provider: 'oidc',
  endpoints: { authorization: '' },
  clientId: '',
  clientAuth: 'none',
  callback: '',
  responseType: '',
  scopes: [],
  extraParams: [],
  intercept: false,
  watchRequests: false,
};
