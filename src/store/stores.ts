import * as v from 'valibot';
import { type Area, memoryArea } from '../platform/area.ts';
import {
  captureSchema,
  freshSchema,
  pendingLoginSchema,
  profileSchema,
  recordingSchema,
  sentRequestSchema,
} from '../protocol/records.ts';
import { item, listItem } from './item.ts';
import { besideNewer, sparingNewer } from './newer-storage.ts';
import { noticeSchema } from './notices.ts';
import { withManaged } from './profiles.ts';
import { settingsItem } from './settings.ts';

/** Every key of the storage contract, each with its type; docs/records.md lists them. */
export function createStores(disk: Area, session: Area, managed: Area = memoryArea()) {
  const local = sparingNewer(disk);
  // nobody asked for these to be written
  const aside = sparingNewer(disk, true);
  const beside = besideNewer(disk, session);
  const profiles = listItem(local, 'profiles', profileSchema);
  const policy = listItem(managed, 'profiles', profileSchema);
  const allProfiles = withManaged(profiles, policy, item(aside, 'hasPolicy', v.boolean(), false));
  return {
    /** The person's own profiles: the one list that is written. */
    profiles,
    /** Those that a managed policy gives: they are read alone, and never copied. */
    managedProfiles: allProfiles.managed,
    /** Both, the managed ones first. */
    allProfiles,
    settings: settingsItem(local),
    /** Client secrets that outlive the browser, encrypted, by profile. Each is checked where it is opened: one that does not fit hides no other. */
    keptSecrets: item(local, 'keptSecrets', v.record(v.string(), v.unknown()), {}),
    /** How many captures were in memory: a number alone, so that one can be told that they went with an update. */
    held: item(aside, 'held', v.number(), 0),
    recording: item(aside, 'recording', v.optional(recordingSchema), undefined),
    /** The version of what is stored; 0 where nothing was stored yet. */
    schema: item(aside, 'schema', v.number(), 0),
    activeProfile: item(beside, 'activeProfile', v.string(), ''),
    notices: listItem(beside, 'notices', noticeSchema),
    captures: listItem(session, 'captures', captureSchema),
    /** The same, of private windows: they live apart and go with the last private window. */
    privateCaptures: listItem(session, 'privateCaptures', captureSchema),
    logins: listItem(session, 'logins', pendingLoginSchema),
    /** Whether a private window is open, and when the last one was closed (ms). */
    privateWindows: item(session, 'privateWindows', v.object({ isOpen: v.boolean(), closedAt: v.number() }), {
      isOpen: false,
      closedAt: 0,
    }),
    /** What went wrong in a private window: it lives in memory and goes with the last one. */
    privateNotices: listItem(session, 'privateNotices', noticeSchema),
    /** The permissions that have been in effect since the extension was loaded; undefined until that is known. */
    inEffect: item(session, 'inEffect', v.optional(v.array(v.string())), undefined),
    /** The metadata and key sets of issuers, as long as the browser runs. The oldest stand first. */
    documents: item(session, 'documents', v.array(v.object({ key: v.string(), value: v.unknown() })), []),
    /** The secrets of clients that have one, by profile: entered for one run of the browser. */
    clientSecrets: item(session, 'clientSecrets', v.record(v.string(), v.string()), {}),
    /** Whether the worker has begun since this memory is there: an update, a reload and a turning off empty it. */
    hasBegun: item(session, 'hasBegun', v.boolean(), false),
    /** How far "Fresh token" is. */
    fresh: item(session, 'fresh', v.optional(freshSchema), undefined),
    /** What we put on the clipboard last: its SHA-256 and when it is to be cleared (ms). */
    clipboard: item(session, 'clipboard', v.optional(v.object({ digest: v.string(), clearAt: v.number() })), undefined),
    /** Every request that the extension sent while the browser runs, the newest first. */
    requests: listItem(session, 'requests', sentRequestSchema),
    /** Nothing is watched until this is taken back, or the browser closes. */
    paused: item(session, 'paused', v.boolean(), false),
    lookedAt: item(session, 'lookedAt', v.number(), 0),
  };
}

export type Stores = ReturnType<typeof createStores>;
