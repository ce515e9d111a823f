import * as v from 'valibot';
import type { Area } from '../platform/area.ts';
import { captureSchema, pendingLoginSchema, profileSchema } from '../protocol/records.ts';
import { item, listItem } from './item.ts';
import { noticeSchema } from './notices.ts';

/** Every key of the storage contract, each with its type; docs/records.md lists them. */
export function createStores(local: Area, session: Area) {
  return {
    profiles: listItem(local, 'profiles', profileSchema),
    /** The version of what is stored; 0 where nothing was stored yet. */
    schema: item(local, 'schema', v.number(), 0),
    activeProfile: item(local, 'activeProfile', v.string(), ''),
    notices: listItem(local, 'notices', noticeSchema),
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
    lookedAt: item(session, 'lookedAt', v.number(), 0),
  };
}

export type Stores = ReturnType<typeof createStores>;
