import { describe, expect, test } from 'vitest';
import { findBrowser, findCommand } from '../../tools/find-browser.mjs';

function machine(platform: string, files: string[], env: Record<string, string> = { PATH: '/usr/local/bin:/usr/bin' }) {
  return { platform, env, isExecutable: (path: string) => files.includes(path) };
}

describe('findBrowser', () => {
  test('takes the path a person has set, and does not judge it', () => {
    const env = { PATH: '/usr/bin', CLAIMCHECK_CHROMIUM: '/opt/mine/chrome' };
    expect(findBrowser('chromium', machine('linux', ['/usr/bin/chromium'], env))).toBe('/opt/mine/chrome');
  });

  test('prefers chromium to chromium-browser and firefox-esr to firefox', () => {
    const all = ['/usr/bin/chromium-browser', '/usr/bin/chromium', '/usr/bin/firefox', '/usr/bin/firefox-esr'];
    expect(findBrowser('chromium', machine('linux', all))).toBe('/usr/bin/chromium');
    expect(findBrowser('firefox', machine('linux', all))).toBe('/usr/bin/firefox-esr');
  });

  test('never takes branded Google Chrome, which ignores --load-extension', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser('chromium', machine('darwin', [chrome]))).toBeUndefined();
    expect(findBrowser('chromium', machine('linux', ['/usr/bin/google-chrome']))).toBeUndefined();
  });

  test('looks where macOS and Windows keep applications', () => {
    const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    expect(findBrowser('chromium', machine('darwin', [edge]))).toBe(edge);
    const firefox = 'C:\\Program Files\\Mozilla Firefox\\firefox.exe';
    const env = { Path: 'C:\\Windows', ProgramFiles: 'C:\\Program Files' };
    expect(findBrowser('firefox', machine('win32', [firefox], env))).toBe(firefox);
  });
});

test('findCommand looks along PATH in its order', () => {
  expect(findCommand('curl', machine('linux', ['/usr/bin/curl', '/usr/local/bin/curl']))).toBe('/usr/local/bin/curl');
  expect(findCommand('xdotool', machine('linux', []))).toBeUndefined();
});
