import { grantablePattern, type Needs, surplusOf } from './needs.ts';
import { loginLifetime, type Profile, type Recording } from './records.ts';

/** When a recording ends by itself, in milliseconds: a login that is watched may take as long as one started here. */
export function recordingEnd({ startedAt }: Recording): number {
  return startedAt + loginLifetime;
}

/** Whether a login is being watched for. `now` is in milliseconds. */
export function isRecording(recording: Recording | undefined, now: number): recording is Recording {
  return recording !== undefined && recording.endedAt === undefined && now < recordingEnd(recording);
}

/** What watching a login needs the browser to grant: with sites, requests there are watched too. */
export function recordingNeeds(sites: readonly string[]): Needs {
  return { permissions: ['webNavigation', ...(sites.length > 0 ? ['webRequest'] : [])], origins: [...sites] };
}

/** The match pattern of a site that a person named, as an address or a bare host; undefined where none can be asked for. */
export function findSite(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '' || /[\s*]/.test(typed)) return undefined;
  const isBare = !/^[a-z][a-z0-9+.-]*:\/\//i.test(typed);
  const isLocal = /^(?:localhost|127\.0\.0\.1)(?:[:/?#]|$)/i.test(typed);
  const pattern = grantablePattern(isBare ? `${isLocal ? 'http' : 'https'}://${typed}` : typed);
  // not every browser takes an IPv6 address for a host to ask for
  return pattern?.includes('[') ? undefined : pattern;
}

/** What is given back when a recording ends: what it asked for, is held, and no profile needs. */
export function recordingSurplus({ sites }: Recording, held: Needs, profiles: Profile[]): Needs {
  const { permissions, origins } = recordingNeeds(sites);
  const surplus = surplusOf(held, profiles);
  // without a profile there is nothing to be told of
  const watching = profiles.length === 0 ? held.permissions.filter((name) => name === 'webNavigation') : [];
  return {
    permissions: permissions.filter((name) => [...surplus.permissions, ...watching].includes(name)),
    origins: origins.filter((pattern) => surplus.origins.includes(pattern)),
  };
}

/** What may be given back while a recording goes on: what it does not need itself. */
export function withoutRecording({ permissions, origins }: Needs, { sites }: Recording): Needs {
  const needed = recordingNeeds(sites);
  return {
    permissions: permissions.filter((name) => !needed.permissions.includes(name)),
    origins: origins.filter((pattern) => !needed.origins.includes(pattern)),
  };
}
