import { isImported } from '../../../src/protocol/imported.ts';
import type { Capture, Grant, Profile } from '../../../src/protocol/records.ts';
import { isSample } from '../../../src/protocol/sample.ts';
import { profileOf } from '../../../src/protocol/sample-profile.ts';
import { findClaim } from '../../../src/protocol/token.ts';
import { countVerdicts, isFailedRefresh, toneOf } from '../checks/verdict-summary.ts';
import { providerName } from '../provider-words.ts';
import { safeText } from '../safe-text.ts';
import { isClientOwn } from '../token/client-own.ts';
import { isExpired, lifetimeOf } from '../token/lifetime.ts';
import { findNoSession } from './no-session.ts';
import { noSessionWords } from './no-session-words.ts';

export type CaptureLine = { title: string; tone: 'fail' | 'skip' | 'pass'; state: string; code?: string };

/** One capture in two short lines: who, and how it stands. */
export function captureLine(capture: Capture, profile: Profile | undefined, now: number): CaptureLine {
  const noSession = findNoSession(capture);
  if (noSession) {
    const state = `silent sign-in: ${noSessionWords(noSession, profile).short}`;
    return { title: 'No token', tone: 'skip', state };
  }
  if (capture.error) {
    const state = `${isImported(capture) ? 'imported, ' : ''}${providerName(profile)} answered`;
    return { title: 'No token', tone: 'fail', state, code: safeText(capture.error.error) };
  }
  const title = captureTitle(capture);
  const life = lifeWords(capture, profile, now);
  if (capture.tokenCall) return { title, tone: 'skip', state: callWords[capture.tokenCall.grant] };
  const mark = isSample(capture) ? 'sample, ' : isImported(capture) ? 'imported, ' : '';
  if (capture.judgedAt === undefined) return { title, tone: 'skip', state: `${mark}checking, ${life}` };
  return { title, tone: toneOf(capture.verdicts), state: `${mark}${sumWords(capture)}, ${life}` };
}

const callWords: Record<Grant, string> = {
  authorization_code: 'exchanging the code',
  refresh_token: 'refreshing',
  client_credentials: 'asking for a token',
};

/** The checks in a few words: the sum itself stands in the stub. */
function sumWords({ verdicts }: Capture): string {
  const { fail, warn, pass } = countVerdicts(verdicts.filter((verdict) => !isFailedRefresh(verdict)));
  if (fail > 0) return `${fail} failed`;
  if (verdicts.some(isFailedRefresh)) return 'the refresh failed';
  if (toneOf(verdicts) === 'skip') return pass > 0 ? 'partly checked' : 'nothing checked';
  return warn > 0 ? `${pass} passed, ${warn === 1 ? '1 warning' : `${warn} warnings`}` : `${pass} passed`;
}

/** The name of the user as far as a token says it, else what was captured. */
export function captureTitle(capture: Capture): string {
  if (isClientOwn(capture)) return 'The client itself';
  const { id_token, access_token } = capture.tokens;
  const names = ['cognito:username', 'preferred_username', 'username', 'email', 'name', 'sub'];
  for (const token of [id_token, access_token]) {
    for (const name of names) {
      const value = findClaim(token, name);
      if (typeof value === 'string' && value !== '') return safeText(value.slice(0, 120));
    }
  }
  return id_token || access_token || capture.tokens.refresh_token ? 'Tokens' : 'No token';
}

/** What stands in place of a profile's name: a pasted token may be held against none. */
export function nameWithout(profileId: string): string {
  return profileId === '' ? 'No profile' : 'Deleted profile';
}

export type CaptureGroup = {
  id: string;
  profile: Profile | undefined;
  name: string;
  captures: Capture[];
  /** Those whose answer came in a frame of a page: silent renewal. */
  framed: Capture[];
};

/** The captures by profile, the profile with the newest capture first. */
export function groupByProfile(captures: readonly Capture[], profiles: readonly Profile[]): CaptureGroup[] {
  const groups = new Map<string, Capture[]>();
  for (const capture of captures) {
    const group = groups.get(capture.profileId);
    if (group) group.push(capture);
    else groups.set(capture.profileId, [capture]);
  }
  return [...groups].map(([id, own]) => {
    const profile = own[0] && profileOf(own[0], profiles);
    return {
      id,
      profile,
      name: profile?.name ?? nameWithout(id),
      captures: own.filter(({ frame }) => frame === 'main'),
      framed: own.filter(({ frame }) => frame === 'sub'),
    };
  });
}

function lifeWords(capture: Capture, profile: Profile | undefined, now: number): string {
  const access = lifetimeOf(capture, profile, 'access_token', now);
  const life =
    access.kind === 'runs' || access.kind === 'revoked' ? access : lifetimeOf(capture, profile, 'id_token', now);
  if (life.kind === 'revoked') return 'access token revoked';
  if (life.kind !== 'runs')
    return [access, life].some(({ kind }) => kind === 'unreadable') ? 'expiry not readable' : 'no token';
  const name = life === access ? 'access token' : 'ID token';
  return isExpired(life) ? `${name} expired` : life.words;
}
