import { browser } from './browser.ts';

/**
 * An alarm that starts the worker once, at a moment (ms); undefined takes it back. Must be called in the first turn.
 * Chromium may be half a minute late.
 */
export function createWake(name: string, onWake: () => void): (at: number | undefined) => void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) onWake();
  });
  return (at) => {
    if (at === undefined) void browser.alarms.clear(name);
    else void browser.alarms.create(name, { when: at });
  };
}
