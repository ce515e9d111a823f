import type { Capture, Fresh, PendingLogin, Profile, Settings } from '../../src/protocol/records.ts';
import { isNewer } from '../../src/store/newer-storage.ts';
import type { Notice } from '../../src/store/notices.ts';
import type { LeftOut } from '../../src/store/profiles.ts';
import type { Host, Where } from '../host.ts';
import { isNewestOfEach } from './capture/soon.ts';
import { pause } from './pause.ts';

/** Everything the face shows, as far as it has been read. A member is undefined until its first reading. */
export type World = {
  profiles?: Profile[];
  /** How many stored profiles do not fit their shape. */
  unreadableProfiles?: number;
  /** What is left out of the profiles that a policy gives. */
  leftOutManaged?: LeftOut;
  captures?: Capture[];
  /** Some of them, known before all of a long list are checked: the newest of each profile. */
  newestOfEach?: Capture[];
  /** How many stored captures do not fit their shape. */
  unreadableCaptures?: number;
  /** Captures of private windows. */
  privateCaptures?: Capture[];
  /** The window that the face stands in. */
  where?: Where;
  logins?: PendingLogin[];
  notices?: Notice[];
  /** Whether a newer Claimcheck wrote what lies on disk: it is read, and not written. */
  isReadOnly?: boolean;
  /** What went wrong in private windows. */
  privateNotices?: Notice[];
  activeId?: string;
  /** How far "Fresh token" is. */
  fresh?: Fresh | undefined;
  /** The profiles whose client secret is in memory, and those whose lies encrypted on disk. Never a secret. */
  secrets?: string[];
  keptSecrets?: string[];
  settings?: Partial<Settings>;
  /** Whether watching was paused by hand. */
  isPaused?: boolean;
  /** Whether the browser tells us of navigations: without it nothing is captured. */
  canWatch?: boolean;
};

export const watching = { permissions: ['webNavigation'] };

/**
 * Reads everything once and again each part that changes, until the signal is aborted. `tell` gets what changed. A
 * reading that a newer one has overtaken is dropped.
 */
export function watchWorld(host: Host, tell: (part: World) => void, signal: AbortSignal): void {
  const follow = (
    source: { onChanged: Host['profiles']['onChanged'] },
    read: (tellPart: (part: World) => void) => Promise<World>,
  ) => {
    let newest = 0;
    const again = async () => {
      newest += 1;
      const own = newest;
      const tellPart = (part: World) => own === newest && !signal.aborted && tell(part);
      tellPart(await read(tellPart));
    };
    source.onChanged(again, signal);
    void again();
  };
  follow(host.allProfiles, async () => {
    const { records, misfits, leftOut } = await host.allProfiles.load();
    const ofPolicy = leftOut.unreadable + leftOut.doubled.length;
    return { profiles: records, unreadableProfiles: misfits.length - ofPolicy, leftOutManaged: leftOut };
  });
  follow(host.activeProfile, async () => ({ activeId: await host.activeProfile.get() }));
  follow(host.permissions, async () => ({ canWatch: await host.permissions.has(watching) }));
  follow(host.logins, async () => ({ logins: await host.logins.get() }));
  follow(host.schema, async () => ({ isReadOnly: isNewer(await host.schema.get()) }));
  follow(host.notices, async () => ({ notices: await host.notices.get() }));
  follow(host.privateNotices, async () => ({ privateNotices: await host.privateNotices.get() }));
  follow(host.fresh, async () => ({ fresh: await host.fresh.get() }));
  follow(host.clientSecrets, async () => ({ secrets: Object.keys(await host.clientSecrets.get()) }));
  follow(host.keptSecrets, async () => ({ keptSecrets: Object.keys(await host.keptSecrets.get()) }));
  follow(host.settings, async () => ({ settings: await host.settings.get() }));
  follow(host.paused, async () => ({ isPaused: await host.paused.get() }));
  follow(host.captures, async (tellPart) => {
    const early = { pick: isNewestOfEach(), tell: (newestOfEach: Capture[]) => tellPart({ newestOfEach }), pause };
    const { records, misfits } = await host.captures.load(early);
    return { captures: records, unreadableCaptures: misfits.length };
  });
  follow(host.privateCaptures, async () => ({ privateCaptures: await host.privateCaptures.get() }));
  // a page stays in its window
  follow({ onChanged: () => {} }, async () => ({ where: await host.where() }));
}
