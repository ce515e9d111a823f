/** Empties the memory: of every token when the screen is locked, and of all else too when the person says so. */
import { forgetAll } from '../actions/forget.ts';
import { isInboxKey } from '../capture/inbox.ts';
import { setAsideKey } from '../store/shape.ts';
import type { Forgotten } from './forgotten.ts';
import type { Context, World } from './world.ts';

/** Keys of storage.session under which tokens, codes or secrets may lie, beside captures and logins. */
const secret = [setAsideKey, 'clientSecrets', 'fresh'];
/** What else it holds of logins: what issuers published, what was sent, the digest of what was copied, what went wrong. */
const rest = ['documents', 'requests', 'clipboard', 'privateNotices'];

export type Gone = { captures: number; privateCaptures: number };

export function createForgetting(
  { stores, session }: Context,
  { change }: Pick<World, 'change'>,
  forgotten: Forgotten,
) {
  const forget = async (keys: string[]): Promise<Gone> => {
    const waiting = (await session.keys()).filter(isInboxKey);
    let gone: Gone = { captures: 0, privateCaptures: 0 };
    await change((records) => {
      gone = { captures: records.captures.length, privateCaptures: records.privateCaptures.length };
      return forgetAll(records);
    }, waiting);
    // in turn: what is being written under one of them was read before
    await session.exclusive(() => session.remove([...waiting, ...keys]));
    return gone;
  };
  return {
    /** Gives how many captures went. */
    tokens: async (): Promise<Gone> => {
      forgotten.noteSecrets();
      const gone = await forget(secret);
      forgotten.noteSecrets();
      return gone;
    },
    /** Profiles, settings and secrets that lie encrypted on disk stay. */
    everything: async (): Promise<void> => {
      forgotten.note();
      await forget([...secret, ...rest]);
      // what was begun meanwhile may have seen what is gone
      forgotten.note();
      await stores.notices.update(() => []);
    },
  };
}
