/** What following logins wants of the browser. Apart, so that it can be tried without one. */
import { createAlarm } from '../platform/alarms.ts';
import { isTabLoaded, onTabClosed } from '../platform/tabs.ts';
import { createWake } from '../platform/wake.ts';

export const loginsBrowser = { createAlarm, createWake, isTabLoaded, onTabClosed };

export type LoginsBrowser = typeof loginsBrowser;
