import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findBrowser, findCommand, OVERRIDES } from './find-browser.mjs';

/** @typedef {import('./find-browser.mjs').BrowserName} BrowserName */
/** @typedef {{ id: string, isRoot: boolean, hasApt: boolean }} System `id` as in /etc/os-release, or the platform */
/** @typedef {{ install: string[] } | { tell: string } | undefined} Plan undefined: nothing is missing */

/** @type {Record<string, string>} */
const DEBIAN_PACKAGES = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
  curl: 'curl',
  Xvfb: 'xvfb',
  xdotool: 'xdotool',
  sqlite3: 'sqlite3',
  fonts: 'fonts-dejavu-core',
};

/**
 * What to do about missing browsers and commands.
 *
 * @param {string[]} missing
 * @param {System} system
 * @returns {Plan}
 */
export function installPlan(missing, { id, isRoot, hasApt }) {
  if (missing.length === 0) return undefined;
  const isBrowserMissing = missing.includes('chromium') || missing.includes('firefox');
  if (id === 'ubuntu' && isBrowserMissing)
    return { tell: tellBrowsers(missing, "Ubuntu's own are snaps, which do not work here") };
  const packages = missing.map((name) => DEBIAN_PACKAGES[name] ?? name);
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (hasApt)
    return isRoot ? { install: packages } : { tell: `Missing ${missing.join(', ')}: run \`sudo ${command}\`` };
  if (isBrowserMissing) return { tell: tellBrowsers(missing, `no package is known for ${id}`) };
  return { tell: `Missing ${missing.join(', ')}: install ${missing.length > 1 ? 'them' : 'it'} and try again` };
}

/**
 * @param {string[]} missing
 * @param {string} why
 */
function tellBrowsers(missing, why) {
  const paths = missing.map((name) =>
    name in OVERRIDES ? `${OVERRIDES[/** @type {BrowserName} */ (name)]}=PATH` : name,
  );
  const names = { chromium: 'Chromium or Chrome for Testing', firefox: 'Firefox' };
  const titles = missing.map((name) => names[/** @type {BrowserName} */ (name)] ?? name);
  return `Missing ${titles.join(', ')} (${why}): install and set ${paths.join(' ')}`;
}

/** @param {BrowserName[]} names */
export async function ensureBrowsers(names) {
  const missing = names.filter((name) => !findBrowser(name));
  // A fresh system has no font: pages then show boxes, and Firefox may not start at all.
  const wantsFonts = process.platform === 'linux' && !hasFonts();
  carryOut(wantsFonts && canInstall() ? [...missing, 'fonts'] : missing, () =>
    names.filter((name) => !findBrowser(name)),
  );
}

/** @param {string[]} names */
export async function ensureCommands(names) {
  const look = () => names.filter((name) => !findCommand(name));
  carryOut(look(), look);
}

/**
 * @param {string[]} missing
 * @param {() => string[]} lookAgain
 */
function carryOut(missing, lookAgain) {
  const plan = installPlan(missing, thisSystem());
  if (!plan) return;
  if ('tell' in plan) giveUp(plan.tell);
  process.stderr.write(`Installing ${plan.install.join(' ')}\n`);
  apt(['update']);
  apt(['install', '-y', '--no-install-recommends', ...plan.install]);
  const still = lookAgain();
  if (still.length > 0)
    giveUp(`Missing ${still.join(', ')}: apt-get did not install ${still.length > 1 ? 'them' : 'it'}`);
}

/** @param {string[]} args */
function apt(args) {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/**
 * @param {string} message
 * @returns {never}
 */
function giveUp(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function hasFonts() {
  return Boolean(spawnSync('fc-list', { encoding: 'utf8' }).stdout?.trim());
}

function canInstall() {
  const { hasApt, isRoot } = thisSystem();
  return hasApt && isRoot;
}

/** @returns {System} */
function thisSystem() {
  return {
    id: process.platform === 'linux' ? distribution() : process.platform,
    isRoot: process.getuid?.() === 0,
    hasApt: findCommand('apt-get') !== undefined,
  };
}

function distribution() {
  try {
    return osReleaseId(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return 'linux';
  }
}

/** @param {string} osRelease the text of /etc/os-release */
export function osReleaseId(osRelease) {
  return /^ID="?([\w.-]+)"?$/m.exec(osRelease)?.[1] ?? 'linux';
}
