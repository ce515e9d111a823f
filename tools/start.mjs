/**
 * `npm start`: the main job at the demo pool. With a display it opens a browser and leaves the rest to a person; with
 * `--headless`, or without a display, it signs in by itself and prints what was captured (`--json`: as one object).
 */
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
const { openDemo } = await import('./open-demo.mjs');
const open = await openDemo({ headless: isHeadless });
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void open.end().then(() => process.exit(130)));

if (isHeadless) {
  const { runByItself, summary } = await import('./run-by-itself.mjs');
  const result = await runByItself(open).finally(open.end);
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : summary(result));
  process.exit(result.capture.userinfo?.status === 200 && result.curl.exitCode === 0 ? 0 : 1);
}

const { browser, profile, codeProfile, user } = open;
const [blank] = browser.context.pages();
const page = await browser.openPage(`page.html#profiles/${profile.id}`);
await page.evaluate((items) => /** @type {any} */ (globalThis).chrome.storage.local.set(items), {
  profiles: [profile, codeProfile],
  activeProfile: profile.id,
});
await blank?.close();
process.stdout.write(
  [
    '1. Press "Allow" in the Claimcheck tab, and allow it in the browser’s question.',
    `2. Press "Sign in", and sign in as ${user.username} with the password ${user.password}. You end at ${profile.callback}, where nothing listens.`,
    '3. Open Claimcheck from the toolbar (the puzzle piece): read the tokens, press "Call userInfo", copy a curl line with "Copy as…".',
    `4. Choose "${codeProfile.name}" in the popup and sign in: the code is exchanged, and "Fresh token" puts a good access token on the clipboard from then on. Ctrl-C ends it all.`,
    '',
  ].join('\n'),
);
await new Promise((resolve) => browser.context.once('close', resolve));
await open.end();
