/**
 * `npm run store-pictures`: docs/store/pictures, 1280 × 800, from the built extension after logins at the demo pool; and the two
 * that a store shows beside the name.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers, ensurePackages } from './ensure.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await ensurePackages();
await ensureBrowsers(['chromium']);
const { takePictures } = await import('./pictured.mjs');

const folder = 'docs/store/pictures';
const size = { width: 1280, height: 800 };
await takePictures(folder, async ({ open: { browser, profile }, popup, settle, signInAgain, take }) => {
  await popup.mouse.move(0, 0);
  await popup.emulateMedia({ colorScheme: 'light' });
  await settle(popup);
  const popupPicture = await popup.screenshot();
  const { newest, first } = await signInAgain();
  await take('1-capture', `page.html#captures/${first}`, 'Timeline', { size });
  await compose(browser, '2-popup', size, popupPage(popupPicture));
  await take('3-compare', `page.html#compare/${first}/${newest}`, 'Changed', { size });
  await take('4-profile', `page.html#profiles/${profile.id}`, 'Authorize URL', { size });
  await take('5-trust', 'page.html#settings', 'What it sent', { size });
  await take('6-capture-dark', `page.html#captures/${first}`, 'Timeline', { size, colorScheme: 'dark' });
  const mark = await readFile('popup/icons/mark.svg', 'utf8');
  await compose(browser, 'logo-300', { width: 300, height: 300 }, logoPage(mark));
  await compose(browser, 'tile-440', { width: 440, height: 280 }, tilePage(mark));
});

/**
 * A picture that is drawn here, on a page of its own.
 *
 * @param {import('./browsers/chromium.mjs').ChromiumDriver} browser
 * @param {string} name
 * @param {{ width: number, height: number }} size
 * @param {string} html
 */
async function compose(browser, name, size, html) {
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
