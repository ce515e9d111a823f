import type { Capture } from '../protocol/records.ts';
import type { World } from './world.ts';

type Changed = (capture: Capture) => Capture;
type Waiting = { id: string; changed: Changed; resolve: () => void; reject: (error: unknown) => void };

/**
 * Changes of captures, those that come while one is being written in one write: each takes all captures along. Where there is
 * no room for all at once each is written by itself.
 */
export function createWriteTogether(change: World['change']): (id: string, changed: Changed) => Promise<void> {
  let waiting: Waiting[] = [];
  let isWriting = false;
  const write = async (batch: Waiting[]): Promise<void> => {
    try {
      await change((records) => {
        const captures = withChanges(records.captures, batch);
        const privateCaptures = withChanges(records.privateCaptures, batch);
        const isSame = captures === records.captures && privateCaptures === records.privateCaptures;
        return isSame ? records : { ...records, captures, privateCaptures };
      });
      for (const { resolve } of batch) resolve();
    } catch (error) {
      const [first, ...others] = batch;
      if (others.length === 0) first?.reject(error);
      else for (const one of batch) await write([one]);
    }
  };
  const flush = async (): Promise<void> => {
    if (isWriting) return;
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await write(batch);
    }
    isWriting = false;
  };
  return (id, changed) =>
    new Promise((resolve, reject) => {
      waiting.push({ id, changed, resolve, reject });
      void flush();
    });
}

/** The very list where nothing changes. */
function withChanges(captures: Capture[], batch: Waiting[]): Capture[] {
  const after = captures.map((capture) =>
    batch.filter(({ id }) => id === capture.id).reduce((current, { changed }) => changed(current), capture),
  );
  return after.some((capture, at) => capture !== captures[at]) ? after : captures;
}
