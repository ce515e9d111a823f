/** What watching a login wants of the browser. Apart, so that it can be tried without one. */
import { createAlarm } from '../platform/alarms.ts';
import { filterMemory } from '../platform/event-page.ts';
import { canWatchNavigation, watchNavigation } from '../platform/navigation.ts';
import { permissions } from '../platform/permissions.ts';
import { canWatchRequests, watchRequests } from '../platform/requests.ts';
import { isPrivateTab } from '../platform/tabs.ts';
import { createWake } from '../platform/wake.ts';

export const recordingBrowser = {
  watchNavigation,
  canWatchNavigation,
  watchRequests,
  canWatchRequests,
  filterMemory,
  isPrivateTab,
  createAlarm,
  createWake,
  granted: permissions.granted,
  giveBack: permissions.remove,
};

export type RecordingBrowser = typeof recordingBrowser;
