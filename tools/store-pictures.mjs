/**
 * `npm run store-pictures`: docs/store/pictures, 1280 × 800, from the built extension after logins at the demo pool; and the two
 * that a store shows beside the name.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers, ensurePackages } from './ensure.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await ensurePackages();
await ensureBrowsers(['chromium']);
const { manifestFor } = await import('../build.mjs');
const { openDemo, signInAndCallUserinfo } = await import('./open-demo.mjs');
const { signInAgain } = await import('./sign-in-again.mjs');

const folder = 'docs/store/pictures';
await mkdir(folder, { recursive: true });
const whole = { width: 1280, height: 800 };
const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const shipped = manifestFor({ version, ...JSON.parse(await readFile('manifest.json', 'utf8')) }, 'chromium');
// the same addresses in every picture
const open = await openDemo({ headless: true, ports: { pool: 4100, callback: 3000 } });
const { browser, driver, profile } = open;
try {
  await driver.writeStorage('local', { profiles: [profile], activeProfile: profile.id });
  const popup = await browser.openPage('popup.html');
  await popup.setViewportSize({ width: 400, height: 600 });
  await signInAndCallUserinfo(
    open,
    /** @type {import('./browsers/driver.ts').TestPage} */ (/** @type {unknown} */ (popup)),
  );
  await popup.getByText('200 OK').first().waitFor();
  await popup.mouse.move(0, 0);
  await popup.emulateMedia({ colorScheme: 'light' });
  await settle(popup);
  const popupPicture = await popup.screenshot();
  const [newest, first] = await signInAgain(open, popup);
  await browser.context.addInitScript(asInstalled, shipped);

  await take('1-capture', `page.html#captures/${first}`, 'Timeline');
  await compose('2-popup', whole, popupPage(popupPicture));
  await take('3-compare', `page.html#compare/${first}/${newest}`, 'Changed');
  await take('4-profile', `page.html#profiles/${profile.id}`, 'Authorize URL');
  await take('5-trust', 'page.html#settings', 'What it sent');
  await take('6-capture-dark', `page.html#captures/${first}`, 'Timeline', 'dark');
  const mark = await readFile('popup/icons/mark.svg', 'utf8');
  await compose('logo-300', { width: 300, height: 300 }, logoPage(mark));
  await compose('tile-440', { width: 440, height: 280 }, tilePage(mark));
} finally {
  await open.end();
}

/**
 * Runs in the page. No prompt can be answered where there is no display, so that everything comes with the installation of this
 * variant; people see the shipped manifest and what they allowed for one profile.
 *
 * @param {Record<string, any>} manifest
 */
function asInstalled(manifest) {
  const { runtime, permissions } = /** @type {any} */ (globalThis).chrome;
  if (!permissions) return;
  runtime.getManifest = () => manifest;
  permissions.getAll = async () => ({ permissions: [...manifest.permissions, 'webNavigation'], origins: [] });
}

/**
 * @param {string} name of the file
 * @param {string} path
 * @param {string} last what is drawn last of the page
 * @param {'light' | 'dark'} [colorScheme]
 */
async function take(name, path, last, colorScheme = 'light') {
  const page = await browser.openPage(path);
  await page.setViewportSize(whole);
  await page.emulateMedia({ colorScheme });
  await page.getByText(last, { exact: true }).first().waitFor();
  await settle(page);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
}

/** @param {import('playwright-core').Page} page */
function settle(page) {
  return page.evaluate(() => {
    window.scrollTo(0, 0);
    // the button just pressed would wear its focus ring
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}

/**
 * A picture that is drawn here, on a page of its own.
 *
 * @param {string} name
 * @param {{ width: number, height: number }} size
 * @param {string} html
 */
async function compose(name, size, html) {
  const page = await browser.context.newPage();
  await page.setViewportSize(size);
  await page.setContent(html);
  await page.screenshot({ path: `${folder}/${name}.png`, omitBackground: true });
  await page.close();
}

/** @param {string} style @param {string} body */
function drawn(style, body) {
  const face =
    'margin:0;height:100vh;display:flex;align-items:center;justify-content:center;font-family:system-ui,sans-serif';
  return `<!doctype html><meta charset="utf-8"><style>body{${face}}${style}</style>${body}`;
}

/** The popup as large as a picture of a store allows, with what it is. @param {Buffer} picture */
function popupPage(picture) {
  return drawn(
    `body{background:#eef1fd;gap:72px;color:#191b20}
     img{height:600px;border-radius:10px;box-shadow:0 12px 40px #191b2033}
     div{width:440px}h1{font-size:40px;line-height:1.2;margin:0 0 20px}p{font-size:20px;line-height:1.5;margin:0;color:#545a66}`,
    `<img src="data:image/png;base64,${picture.toString('base64')}">
     <div><h1>The login ends, the tokens are here</h1>
     <p>What is in them in plain words, what each check says, and a command that runs, at the callback you have registered.</p></div>`,
  );
}

/** @param {string} mark */
function logoPage(mark) {
  return drawn('svg{width:264px;height:264px}', mark);
}

/** @param {string} mark */
function tilePage(mark) {
  return drawn(
    `body{background:#eef1fd;gap:20px;color:#191b20}svg{width:96px;height:96px}
     b{display:block;font-size:40px}span{font-size:15px;color:#545a66}`,
    `${mark}<div><b>Claimcheck</b><span>The tokens of your login, explained</span></div>`,
  );
}
