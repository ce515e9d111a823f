import { useRef, useState } from 'preact/hooks';
import type { Capture } from '../../src/protocol/records.ts';
import type { Width } from '../host.ts';
import { chosenInFront, type InFront, nextInFront } from '../state/capture/in-front.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/**
 * Which of these captures stands in front, whether a newer one waits, and the way to bring another one there. In the popup
 * the newest always does: it closes when a person turns to a login elsewhere.
 */
export function useInFront(captures: readonly Capture[] | undefined, width: Width) {
  const front = useRef<InFront>(undefined);
  const [, again] = useState({});
  if (captures) front.current = nextInFront(front.current, captures, width === 'popup' ? () => false : isReading);
  const { captureId, hasNewer = false } = front.current ?? {};
  useKeptFocus(captureId);
  return {
    captureId,
    hasNewer,
    choose(id: string): void {
      front.current = chosenInFront(id, captures ?? []);
      again({});
    },
  };
}

/** Somebody is at what is shown: has scrolled down to it, or stands in it with the keyboard. */
function isReading(): boolean {
  const isInside = document.activeElement?.closest('[role="tabpanel"]') != null;
  return isInside || (document.scrollingElement?.scrollTop ?? 0) > 0;
}
