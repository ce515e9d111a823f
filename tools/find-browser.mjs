import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';

/** @typedef {'chromium' | 'firefox'} BrowserName */
/** @typedef {{ env: Record<string, string | undefined>, platform: string, isExecutable: (path: string) => boolean }} Machine */

/** @type {Record<BrowserName, string>} */
export const OVERRIDES = { chromium: 'CLAIMCHECK_CHROMIUM', firefox: 'CLAIMCHECK_FIREFOX' };

// Branded Google Chrome 137 and later ignores --load-extension, so it is in none of these lists.
/** @type {Record<BrowserName, string[]>} */
const COMMANDS = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox'],
};

/** @type {Record<string, Record<BrowserName, string[]>>} */
const INSTALLED = {
  darwin: {
    chromium: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
  win32: {
    chromium: ['Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
    firefox: ['Mozilla Firefox\\firefox.exe'],
  },
};

/** @type {Machine} */
const thisMachine = { env: process.env, platform: process.platform, isExecutable };

/**
 * The path of a browser that loads an unpacked extension; undefined when there is none.
 *
 * @param {BrowserName} name
 * @param {Machine} [machine]
 */
export function findBrowser(name, machine = thisMachine) {
  return machine.env[OVERRIDES[name]] || candidates(name, machine).find((path) => machine.isExecutable(path));
}

/**
 * @param {string} command
 * @param {Machine} [machine]
 */
export function findCommand(command, machine = thisMachine) {
  return onPath(command, machine).find((path) => machine.isExecutable(path));
}

/**
 * @param {BrowserName} name
 * @param {Machine} machine
 */
function candidates(name, machine) {
  const installed = INSTALLED[machine.platform]?.[name] ?? [];
  const folders = machine.platform === 'win32' ? programFolders(machine.env) : [''];
  return [
    ...COMMANDS[name].flatMap((command) => onPath(command, machine)),
    ...folders.flatMap((folder) => installed.map((path) => folder + path)),
  ];
}

/**
 * @param {string} command
 * @param {Machine} machine
 */
function onPath(command, { env, platform }) {
  const [separator, file] = platform === 'win32' ? [';', `\\${command}.exe`] : [':', `/${command}`];
  const folders = (env.PATH ?? env.Path ?? '').split(separator).filter(Boolean);
  return folders.map((folder) => folder + file);
}

/**
 * @param {Machine['env']} env
 */
function programFolders(env) {
  const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
  return folders.filter((folder) => folder !== undefined).map((folder) => `${folder}\\`);
}

/**
 * @param {string} path
 */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return !isSnap(path);
  } catch {
    return false;
  }
}

/**
 * Ubuntu's `chromium` and `firefox` are a door to a snap, which sees neither the temporary profile nor the build.
 *
 * @param {string} path
 */
function isSnap(path) {
  const target = realpathSync(path);
  if (target.startsWith('/snap/') || target === '/usr/bin/snap') return true;
  return statSync(target).size < 10_000 && readFileSync(target, 'utf8').includes('/snap/bin/');
}
