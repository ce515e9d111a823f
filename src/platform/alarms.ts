import { browser } from './browser.ts';

export function setAlarm(name: string, when: number): Promise<void> {
  return Promise.resolve(browser.alarms.create(name, { when }));
}

export function onAlarm(callback: (name: string) => void): void {
  browser.alarms.onAlarm.addListener((alarm) => callback(alarm.name));
}
