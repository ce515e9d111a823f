import type { Profile } from '../protocol/records.ts';
import { callbackFilters } from './callback-filters.ts';
import { type RequestFilter, requestFilters } from './request-filters.ts';

/** A URL filter of the browser's webNavigation events; everything that it names must be so. */
export type RecordingFilter =
  | ReturnType<typeof callbackFilters>[number]
  | { schemes: string[]; queryContains: string; urlContains: string };

/** What is watched while a recording goes on, and where the sign-ins that were seen will come back. */
export type Expected = { isOn: boolean; sites: string[]; callbacks: Profile[] };

/** Nothing: what is watched while there is no recording. */
export const nothingExpected: Expected = { isOn: false, sites: [], callbacks: [] };

const web = ['http', 'https'];

/** Pages whose address carries an authorization request: a client, and where to or what for (RFC 6749 4.1.1, RFC 9126). */
const signInFilters: RecordingFilter[] = ['redirect_uri=', 'response_type=', 'request_uri='].map((urlContains) => ({
  schemes: web,
  queryContains: 'client_id=',
  urlContains,
}));

/** The navigations that a recording is told of. */
export function recordingFilters({ isOn, callbacks }: Expected): RecordingFilter[] {
  return isOn ? [...signInFilters, ...callbackFilters(callbacks)] : [];
}

/** The requests that a recording is told of: those for a sign-in at a named site, and those for a callback. */
export function recordingRequests({ isOn, sites, callbacks }: Expected): RequestFilter[] {
  if (!isOn || sites.length === 0) return [];
  const signIns: RequestFilter = { on: 'request', urls: sites.map((site) => `${site}client_id=*`) };
  return [signIns, ...requestFilters(callbacks)];
}
