/**
 * `npm start`: the main job at the demo pool. With a display it opens a browser and leaves the rest to a person; with
 * `--headless`, or without a display, it signs in by itself and prints what was captured (`--json`: as one object).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBrowsers, ensureCommands, ensurePackages } from './ensure.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { values } = parseArgs({ options: { headless: { type: 'boolean' }, json: { type: 'boolean' } } });
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const isHeadless = values.headless === true || !hasDisplay;

await ensurePackages();
await ensureBrowsers(['chromium']);
if (isHeadless) await ensureCommands(['curl']);

// these need the packages, so they are loaded only now
const { buildFor } = await import('../build.mjs');
const { startDemo } = await import('../demo/pool.mjs');
const { launchChromium } = await import('./browsers/chromium.mjs');
const { demoProfile } = await import('./demo-profile.mjs');
const { freePort } = await import('./free-port.mjs');
const { captureWith, copied, signInAtPool } = await import('./journey.mjs');

const dist = await buildFor('chromium', isHeadless);
const demo = await startDemo({ callback: `http://localhost:${await freePort()}/callback` });
const browser = await launchChromium({ dist, headless: isHeadless });
// the surface that both drivers share (tools/browsers/driver.ts)
const driver = /** @type {import('./browsers/driver.ts').Driver} */ (/** @type {unknown} */ (browser));
const profile = demoProfile(demo);
const [user] = demo.users;
if (!user) throw new Error('the demo pool has no users');

async function end() {
  await driver.close();
  await demo.close();
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void end().then(() => process.exit(130)));

await driver.writeStorage('local', { profiles: [profile], activeProfile: profile.id });
if (isHeadless) {
  const result = await runByItself().finally(end);
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : summary(result));
  process.exit(result.capture.userinfo?.status === 200 && result.curl.exitCode === 0 ? 0 : 1);
}
await driver.openPage(`page.html#profiles/${profile.id}`);
process.stdout.write(
  [
    '1. Press "Allow" in the Claimcheck tab, and allow it in the browser’s question.',
    `2. Press "Sign in", and sign in as ${user.username} with the password ${user.password}. You end at ${profile.callback}, where nothing listens.`,
    '3. Open Claimcheck from the toolbar: read the tokens, press "Call userInfo", and copy a curl line with "Copy as…". Ctrl-C ends it all.',
    '',
  ].join('\n'),
);
await new Promise((resolve) => browser.context.once('close', resolve));
await end();

async function runByItself() {
  const popup = await driver.openPage('popup.html');
  await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
  await signInAtPool(driver, demo.origin, /** @type {NonNullable<typeof user>} */ (user));
  await captureWith(driver, ({ judgedAt }) => judgedAt, 'the tokens to be captured');
  await popup.bringToFront();
  await popup.getByRole('button', { name: 'Call userInfo', exact: true }).click();
  const capture = await captureWith(driver, ({ userinfo }) => userinfo, 'userInfo to answer');
  await popup.getByRole('button', { name: 'Copy as…' }).click();
  await popup.getByRole('menuitem', { name: 'curl for userInfo' }).click();
  const command = await copied(driver, popup, (text) => text.startsWith('curl '), 'the curl line to be copied');
  const curl = await runShell(command);
  return {
    profile,
    capture,
    claims: { id_token: claimsOf(capture.tokens.id_token), access_token: claimsOf(capture.tokens.access_token) },
    userinfo: parsed(capture.userinfo?.body ?? ''),
    curl: { command, ...curl },
  };
}

/**
 * Runs a command line as a person who pastes it. The pool answers from this very process, so nothing may block it.
 * @param {string} command
 */
async function runShell(command) {
  const shell = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [exitCode] = await once(shell, 'close');
  return { exitCode: Number(exitCode ?? 1), output };
}

/** @param {string | undefined} token */
function claimsOf(token) {
  return parsed(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString());
}

/**
 * @param {string} text
 * @returns {Record<string, unknown>}
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** @param {Awaited<ReturnType<typeof runByItself>>} result */
function summary({ capture, claims, userinfo, curl }) {
  const verdicts = capture.verdicts.map(({ check, result }) => `${check} ${result}`).join(', ');
  return `${[
    `Captured from the ${capture.source} of ${capture.callback}: ${Object.keys(capture.tokens).join(', ')}`,
    `Checks: ${verdicts}`,
    `ID token: ${JSON.stringify(claims.id_token, null, 2)}`,
    `Access token: ${JSON.stringify(claims.access_token, null, 2)}`,
    `userInfo answered ${capture.userinfo?.status}: ${JSON.stringify(userinfo, null, 2)}`,
    `curl ended with ${curl.exitCode}: ${curl.output}`,
  ].join('\n')}\n`;
}
