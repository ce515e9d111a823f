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
    lookedAt: item(session, 'lookedAt', v.number(), 0),
  };
}

export type Stores = ReturnType<typeof createStores>;
