import { browser } from './browser.ts';

/** An alarm that starts the worker every half minute, the shortest time that Chromium keeps, while it is set. */
export function createAlarm(name: string, onAlarm: () => void): (isSet: boolean) => void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) onAlarm();
  });
  return (isSet) => {
    if (isSet) void browser.alarms.create(name, { periodInMinutes: 0.5 });
    else void browser.alarms.clear(name);
  };
}
