/** Whether watching is paused by hand. A sign-in takes the pause back, and begins once everything is watched again. */
import type { Profile } from '../protocol/records.ts';
import type { Stores } from '../store/stores.ts';

type Work = () => Promise<unknown>;

/** Must be made in the first turn: in a service worker any page is listened to until the filters are known. */
export function createPause({ allProfiles, paused }: Pick<Stores, 'allProfiles' | 'paused'>) {
  let isOn: boolean | undefined;
  const read = async () => {
    isOn = await paused.get();
    return isOn;
  };
  let reading = read();
  let follow: Work = async () => {};
  return {
    isOn: () => paused.get(),
    /** The profiles that are watched for: none while it is paused. */
    watched: async (): Promise<Profile[]> => {
      const profiles = await allProfiles.get();
      // last: a pause that came meanwhile is not to be overtaken by profiles that took their time
      return (await read()) ? [] : profiles;
    },
    /** Does this work at once, unless it is paused or not known yet. */
    unlessOn: (work: Work): Promise<unknown> => {
      if (isOn === false) return work();
      return reading.then((isPaused) => (isPaused ? undefined : work()));
    },
    /** Told of each pause and its end. */
    onChanged(callback: Work): void {
      follow = callback;
      paused.onChanged(() => {
        reading = read();
        void callback();
      });
    },
    /** Over when all is watched that is watched without a pause. */
    async takeBack(): Promise<void> {
      if (!(await paused.get())) return;
      await paused.set(false);
      await follow();
    },
  };
}

export type Pause = ReturnType<typeof createPause>;
