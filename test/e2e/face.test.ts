// `npm test` mounts every state, for faults, double ids and its two buttons, and has axe look at those with a kind of element
// or a look that is new; `npm run proofs` loads each anew, for the whole of axe in both themes.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tokens, verdicts } from '../../popup/dev/sample.ts';
import { states } from '../../popup/dev/states.ts';
import { newestCapture } from '../../popup/state/capture/current.ts';
import { summarize } from '../../popup/state/checks/verdict-summary.ts';
import { countUnseen } from '../../popup/state/safe-text.ts';
import { whole } from '../support/whole.ts';
import { prepareAxe, violations } from './support/accessibility.ts';
import { openPlainPage, type PlainPage } from './support/plain-page.ts';

const sizes = {
  popup: { width: 400, height: 600 },
  panel: { width: 420, height: 800 },
  page: { width: 1280, height: 800 },
};
const sizeOf = (name: string) => sizes[states.find((state) => state.name === name)?.width ?? 'popup'];

let plain: PlainPage;
let page: Page;
let errors: string[] = [];
let requests: string[] = [];

beforeAll(async () => {
  plain = await openPlainPage({ reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });
  page = plain.page;
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
});
afterAll(() => plain?.close());
beforeEach(() => {
  errors = [];
  requests = [];
});

async function open(name: string): Promise<void> {
  const size = sizeOf(name);
  if (page.viewportSize() !== size) await page.setViewportSize(size);
  await plain.open(name);
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

/** Presses Tab until an element with this accessible name or text has the focus. */
async function tabTo(name: string): Promise<void> {
  for (let press = 0; press < 80; press += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => [
      document.activeElement?.getAttribute('aria-label') ?? '',
      document.activeElement?.textContent?.trim() ?? '',
    ]);
    if (found.includes(name)) return;
  }
  throw new Error(`Tab does not reach “${name}”`);
}

const isBrief = whole('proofs', false, true);
const ofLoad = ['/', '/claimcheck.css', '/dev.js', '/tokens.css'];

describe('the state', () => {
  beforeAll(async () => {
    requests = [];
    await open('captured');
    expect(requests.sort()).toEqual(ofLoad);
    await prepareAxe(page);
  });

  test.each(states)(
    '$name is accessible in both themes, fits, keeps its two buttons and loads nothing',
    async (state) => {
      await open(state.name);
      expect(errors).toEqual([]);
      expect(requests.sort()).toEqual(isBrief ? [] : ofLoad);
      if (!isBrief) await prepareAxe(page);
      expect(await violations(page, { isBrief })).toEqual([]);

      const seen = await page.evaluate(glance);
      expect(seen.ids).toEqual([...new Set(seen.ids)]);
      expect(seen.content).toBeLessThanOrEqual(seen.window);

      const captures = state.isPrivate ? (state.privateCaptures ?? []) : state.captures;
      const newest = captures.find(({ id }) => state.route === `#captures/${id}`) ?? newestCapture(captures);
      const isOfCaptures = state.route?.startsWith('#captures') ?? true;
      const shows = isOfCaptures && newest?.tokens.access_token !== undefined && !seen.isOfRefresh;
      const buttons = (name: string) => seen.buttons.filter((one) => one === name).length;
      // in the popup it gives way to “Sign in again”
      const isInMenu = state.width === 'popup' && buttons('Sign in again') > 0;
      // a client alone has nobody who could sign in
      const isClientAlone = JSON.stringify(state.profiles[0])?.includes('"responseType":""');
      expect(buttons(isClientAlone ? 'Get token' : 'Sign in')).toBe(state.profiles.length > 0 ? 1 : 0);
      expect(buttons('Call userInfo')).toBe(shows && !isInMenu ? 1 : 0);
      if (shows && isInMenu) {
        await button('Copy as and more').click();
        expect(await page.getByRole('menuitem', { name: 'Call userInfo' }).count()).toBe(1);
        await page.keyboard.press('Escape');
      }
    },
  );
});

/** Runs in the page: what every state is asked, at once. */
function glance() {
  const all = <E extends Element>(selector: string) => [...document.querySelectorAll<E & HTMLElement>(selector)];
  return {
    ids: all('[id]').map(({ id }) => id),
    buttons: all('button')
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .map(({ ariaLabel, textContent }) => ariaLabel ?? textContent?.trim()),
    isOfRefresh: all('[role=tab][aria-selected=true]').some(({ textContent }) =>
      textContent?.includes('Refresh token'),
    ),
    content: document.documentElement.scrollWidth,
    window: innerWidth,
  };
}

describe('by keyboard alone', () => {
  test('a value is copied, and said to be', async () => {
    await open('captured');
    await tabTo('Copy email');
    await page.keyboard.press('Enter');
    await page.getByText('email copied. The clipboard keeps it until you copy something else.').waitFor();
    expect(await clipboard()).toBe('ada.okafor@example.com');
  });

  test('the tabs are one stop; arrows move through them and around the end', async () => {
    await open('captured');
    await page.getByRole('tab', { name: 'ID token' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toContain('Refresh token');
    expect(await focused()).toContain('Refresh token');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toContain('Access token');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Copy token');
  });

  test('a menu opens on its first item, closes on Escape and gives the focus back', async () => {
    await open('captured');
    await tabTo('Copy as…');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'curl for userInfo' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.role === 'menuitem');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('Commands read $ACCESS_TOKEN');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('Copy as…');
    expect(await page.getByRole('menu').count()).toBe(0);
  });

  test('a form is chosen from the menu', async () => {
    await open('captured');
    await tabTo('Copy as…');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.role === 'menuitem');
    await page.keyboard.press('Enter');
    await page.getByText('curl for userInfo copied.').waitFor();
    expect(await clipboard()).toMatch(/^curl .*oauth2\/userInfo$/);
  });

  test('single keys copy, show a token and filter, and leave the focus alone', async () => {
    await open('captured');
    await page.keyboard.press('2');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toContain('Access token');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.keyboard.press('c');
    await page.getByText('Access token copied.').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('scope');
    expect(await page.getByRole('row').allInnerTexts()).toEqual([
      expect.any(String),
      expect.stringContaining('openid'),
    ]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
  });

  test('single keys that are switched off press nothing, and are announced nowhere', async () => {
    await open('captured');
    await page.evaluate(() => {
      const { host } = globalThis as unknown as { host: import('../../popup/host.ts').Host };
      return host.settings.set({ singleKeys: false });
    });
    await page.waitForFunction(() => !document.querySelector('[aria-keyshortcuts]'));
    await page.keyboard.press('2');
    await page.keyboard.press('/');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toContain('ID token');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await open('page-settings');
    await page.getByRole('checkbox', { name: 'Single keys press buttons' }).uncheck();
    await page.waitForFunction(() => !document.querySelector('[aria-keyshortcuts]'));
  });

  test('a setting that is not stored leaves what the browser allowed before, and nothing more', async () => {
    await open('page-settings-newer');
    const held = (name: string) =>
      page.evaluate((permission) => {
        const { host } = globalThis as unknown as { host: import('../../popup/host.ts').Host };
        return host.permissions.has({ permissions: [permission] });
      }, name);
    await page.evaluate(() => {
      const { host } = globalThis as unknown as { host: import('../../popup/host.ts').Host };
      return host.permissions.remove({ permissions: ['clipboardRead'] });
    });
    await page
      .getByRole('combobox', { name: 'Clear the clipboard' })
      .selectOption({ label: '60 s after a token was copied' });
    await page.getByText('That was not stored. Nothing was changed.').waitFor();
    await expect.poll(() => held('clipboardRead')).toBe(false);
    expect(await held('clipboardWrite')).toBe(true);
  });

  test('a copy of a profile takes the focus to its title', async () => {
    await open('page-profile');
    await tabTo('Duplicate');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Copy of claimcheck-demo', level: 1 }).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    expect(await focused()).toBe('Copy of claimcheck-demo');
  });

  test('keys typed into a field are text', async () => {
    await open('captured');
    await page.keyboard.press('/');
    await page.keyboard.type('2cus/');
    expect(await page.getByRole('searchbox').inputValue()).toBe('2cus/');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toContain('ID token');
  });
});

describe('live', () => {
  test('userInfo is called, busy under the same name, and its answer is one link away', async () => {
    await open('calling');
    expect(await button('Call userInfo').getAttribute('aria-busy')).toBe('true');
    await open('captured');
    await page.keyboard.press('u');
    await page.getByRole('link', { name: '200 OK' }).click();
    expect(await focused()).toBe('userInfo');
    await page.getByText('Cognito sends every userInfo value as text').waitFor();
  });

  test('values that are not to be used are shown when they are asked for, and take the focus', async () => {
    await open('userinfo-other-user-judged');
    await page.getByRole('heading', { name: 'It speaks of another user' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(1);
    await button('Show all 3 values anyway').click();
    await page.getByText('eve@example.com').first().waitFor();
    expect(await focused()).toContain('The userInfo answer against the ID token');
  });

  test('access to the host of userInfo is asked for, and the focus stays in its section', async () => {
    await open('userinfo-unreachable');
    await page.getByRole('button', { name: 'Allow access to' }).click();
    await page.getByRole('button', { name: 'Allow access to' }).waitFor({ state: 'detached' });
    expect(await focused()).toBe('userInfo');
  });

  test('of thousands of claims 200 more are shown at a time', async () => {
    await open('claims-many');
    const rows = page.getByRole('table', { name: 'Claims of the ID token' }).getByRole('row', { name: /claim_/ });
    await rows.nth(150).waitFor();
    expect(await page.getByText('claim_300', { exact: true }).count()).toBe(0);
    await button('Show 200 more').click();
    await page.getByText('claim_300', { exact: true }).waitFor();
  });

  test('a sign-in shows where its answer is awaited, and is cancelled', async () => {
    await open('nothing-yet');
    await button('Sign in').click();
    await page.getByText('Signing in: waiting for the answer at http://localhost:3000/callback').waitFor();
    expect(await button('Sign in').count()).toBe(1);
    await button('Cancel').click();
    await page.getByText('Signing in:').waitFor({ state: 'detached' });
  });

  test('a fresh token is copied, says which way it took, and is cleared again', async () => {
    await open('captured');
    await button('Fresh token').click();
    await page.getByText('Still good for 57 min: copied.').waitFor();
    expect(await clipboard()).toBe(tokens.access_token);
    await button('Clear now').click();
    await page.getByText('Cleared.').waitFor();
    expect(await clipboard()).toBe('');
  });

  test('a token that was copied can be taken off the clipboard', async () => {
    await open('captured');
    await button('Copy token').click();
    await page.getByText('ID token copied.').waitFor();
    await button('Clear now').click();
    await page.getByText('Cleared.').waitFor();
    expect(await clipboard()).toBe('');
    await button('Copy email').click();
    await page.getByText('email copied.').waitFor();
    expect(await button('Clear now').count()).toBe(0);
  });

  test('the tokens are refreshed from the tab of the refresh token, which is then revoked', async () => {
    await open('refresh-token');
    await button('Refresh').click();
    await page.getByText('refreshed at').waitFor();
    await button('Revoke').click();
    await page.getByRole('dialog', { name: 'Revoke the refresh token?' }).getByText('until it expires').waitFor();
    await button('Revoke now').click();
    await page.getByRole('heading', { name: 'This refresh token is dead' }).waitFor();
    expect(await button('Refresh').getAttribute('aria-disabled')).toBe('true');
  });

  test('the sign-out shows its exact address and what it leaves, and says that it was opened', async () => {
    await open('exchanged');
    await button('More ways to sign in').click();
    await page.getByRole('menuitem', { name: 'Sign out…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign out at Cognito?' });
    await dialog.getByText('/logout?client_id=1example23456789abcdefghij&logout_uri=http').waitFor();
    await dialog.getByText('until they expire').waitFor();
    await button('Sign out').click();
    await page.getByText('The provider’s sign-out was opened in a tab.').waitFor();
  });

  test('a sign-out whose address nobody has asked for is offered all the same', async () => {
    await open('revocable-access-token');
    await page.evaluate(() => {
      const { host } = globalThis as unknown as { host: import('../../popup/host.ts').Host };
      return host.profiles.update((all) =>
        all.map(({ endpoints: { endSession: _, ...endpoints }, ...rest }) => ({ ...rest, endpoints })),
      );
    });
    await button('More ways to sign in').click();
    await page.getByRole('menuitem', { name: 'Sign out…' }).click();
    await page.getByRole('dialog').getByText('so the issuer is asked first').waitFor();
    await button('Sign out').click();
    await page.getByText('The provider’s sign-out was opened in a tab.').waitFor();
  });

  test('captures are forgotten only after the dialog has named what goes', async () => {
    await open('captured');
    await button('Forget now').click();
    await page.getByRole('dialog', { name: 'Forget this capture?' }).getByText('ada.okafor').waitFor();
    await button('Keep').click();
    expect(await button('Copy token').count()).toBe(1);
    await button('Forget now').click();
    await button('Forget').click();
    await page.getByText('Nothing captured yet.').waitFor();
  });

  test('a capture that arrives is announced and takes neither focus nor scroll', async () => {
    await open('captured');
    await page.getByRole('button', { name: 'Copy exp' }).focus();
    const before = await page.evaluate(() => scrollY);
    await page.evaluate(async () => {
      // the plain page puts its host on the window
      const { host } = globalThis as unknown as { host: import('../../popup/host.ts').Host };
      await host.captures.update((all) => all.map((one) => ({ ...one, replays: [{ at: 1 }] })));
      await host.captures.update(([first]) => {
        const params = first?.params.map(([name, value]): [string, string] => [name, name === 'state' ? 'b' : value]);
        return first && params ? [first, { ...first, id: 'older', params }] : [];
      });
    });
    const { words, rest } = summarize({ judgedAt: 1, verdicts });
    await page.getByText(`Tokens captured from claimcheck-demo. ${words}${rest}.`).waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Copy exp');
    expect(await page.evaluate(() => scrollY)).toBe(before);
  });

  test('permission is asked for in the page, and the popup leads there', async () => {
    await open('not-allowed');
    await button('Allow').click();
    expect(await page.evaluate(() => document.documentElement.dataset.opened)).toBe('page.html#captures');
    await open('page-not-allowed');
    await button('Allow').click();
    await page.getByRole('heading', { name: 'Nothing is captured until' }).waitFor({ state: 'detached' });
  });
});

describe('the checks', () => {
  test('that failed take Call userInfo and curl out of use, until the person says to use the tokens anyway', async () => {
    await open('blocking-failed');
    await page.getByRole('alert').getByRole('heading', { name: 'The signature does not fit the token' }).waitFor();
    expect(await button('Call userInfo').getAttribute('aria-disabled')).toBe('true');
    await button('Copy as…').click();
    expect(await page.getByRole('menuitem', { disabled: true }).count()).toBe(6);
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await page.locator('output').getByText('A check failed: these tokens are not to be used.').waitFor();
    await button('Use it anyway').click();
    await page.getByText('Used anyway, though a check failed').waitFor();
    await button('Copy as…').click();
    expect(await page.getByRole('menuitem', { disabled: true }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await button('Call userInfo').click();
    await page.getByRole('link', { name: '200 OK' }).waitFor();
  });

  test('of many that failed lift two above the claims, and say how many more there are', async () => {
    await open('failed-many');
    expect(await page.getByRole('alert').getByRole('heading').count()).toBe(2);
    await page.getByRole('link', { name: '3 more, below' }).click();
    expect(await focused()).toBe('Checks');
  });

  test('that had no keys are made again', async () => {
    await open('keys-unreachable');
    await page.locator('.stub').getByText('7 not checked').waitFor();
    await button('Check again').click();
    await page.getByRole('link', { name: 'Checked again' }).waitFor();
    expect(await page.locator('.stub').getAttribute('data-tone')).toBe('pass');
  });

  test('that lack the keys offer access to their host: a no is said, a yes is followed by the focus', async () => {
    await open('keys-not-readable');
    const allow = button('Allow access to cognito-idp.us-east-1.amazonaws.com');
    await page.evaluate(() => {
      const { host } = globalThis as unknown as { host: import('../../popup/host.ts').Host };
      const { request } = host.permissions;
      host.permissions.request = async () => {
        host.permissions.request = request;
        return false;
      };
    });
    await allow.click();
    await page.getByText('The browser did not allow it.').waitFor();
    await allow.click();
    await allow.waitFor({ state: 'detached' });
    expect(await focused()).toBe('Checks');
    await page.getByRole('link', { name: 'Checked again' }).waitFor();
  });

  test('that warn are lifted into one note, a published private key before all others', async () => {
    await open('passed-with-warning');
    const note = page.locator('.note', { hasText: '3 warnings' });
    expect((await note.getByRole('listitem').allInnerTexts())[0]).toBe('The issuer publishes a private key');
    await note.getByRole('link', { name: 'What they mean' }).click();
    expect(await focused()).toBe('Checks');
  });

  test('have their issuer from the token only after the person trusts it', async () => {
    await open('pin-pool');
    await button('Trust this user pool').click();
    await page.getByText('Issuer trusted on first use, from a token of').waitFor();
    expect(await focused()).toBe('Checks');
    expect(await page.locator('.stub').getAttribute('data-tone')).toBe('pass');
    await open('pin-issuer');
    await page.getByText('https://id.xn--bcher-kva.example/tenant').waitFor();
    await button('Trust this issuer').click();
    await page.getByText('The profile does not name the issuer').waitFor({ state: 'detached' });
  });
});

describe('where else the answer is', () => {
  const history = 'Delete from the history';

  test('is cleaned in the page, which asks the browser first', async () => {
    await open('page-frames-private');
    await page.getByText('The browser will ask for “Read and change your browsing history').waitFor();
    await button(history).click();
    await page.getByText('Deleted from the history at').waitFor();
    await button('Take out of the address').click();
    await page.getByText('Taken out of the address at').waitFor();
    expect(await button(history).count()).toBe(0);
  });

  test('is cleaned from the popup where that is allowed, else in the page of this capture', async () => {
    await open('not-cleaned');
    await button(history).click();
    expect(await page.evaluate(() => document.documentElement.dataset.opened)).toBe('page.html#captures/newest');
    await open('captured');
    await page.getByText('Who sees or copies the address has the tokens.', { exact: true }).waitFor();
    await button(history).click();
    await page.getByText('Deleted from the history at').waitFor();
  });

  test('is not asked of what came in a frame or in a form', async () => {
    await open('only-in-a-frame');
    expect(await button('Take out of the address').getAttribute('aria-disabled')).toBe('true');
    await open('form-post');
    await page.getByText('It came in the body of a form').waitFor();
    expect(await button(history).count()).toBe(0);
  });
});

describe('what the profile lacks', () => {
  test('is said before the sign-in, and allowed in one question', async () => {
    await open('page-lacks');
    await page.getByText('The sign-in will end in the app: the browser does not let Claimcheck intercept.').waitFor();
    await button('Allow').click();
    await page.getByRole('heading', { name: 'The browser does not allow all' }).waitFor({ state: 'detached' });
    await open('lacks');
    await button('Allow').click();
    expect(await page.evaluate(() => document.documentElement.dataset.opened)).toBe('page.html#captures');
    await open('lacks-for-good');
    await page.getByText('That needs a callback with https').waitFor();
    expect(await button('Allow').count()).toBe(0);
  });
});

describe('captures apart', () => {
  test('those in frames have a count and one way in', async () => {
    await open('in-a-frame');
    await page.getByText('2 answers came in frames of pages (silent renewal)').waitFor();
    await button('Open the newest').click();
    expect(await page.evaluate(() => document.documentElement.dataset.opened)).toBe('page.html#captures/renewed');
  });

  test('those of private windows are opened, marked and forgotten in the page, below all others', async () => {
    await open('page-frames-private');
    const lines = await page.getByRole('navigation', { name: 'Captures' }).locator('h3').allInnerTexts();
    expect(lines.map((line) => line.split('\n')[0])).toEqual(['claimcheck-demo', 'orders-staging', 'Private windows']);
    await page.getByRole('link', { name: 'grace.abara' }).click();
    await page.getByText(', private window').waitFor();
    await page.getByText(/^In memory only\. Forgotten at .+, sooner if the last private window closes\.$/).waitFor();
    await button('Forget').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
    await page.getByRole('link', { name: 'grace.abara' }).waitFor({ state: 'detached' });
  });

  test('a private window shows none of the others', async () => {
    await open('private');
    expect(await page.getByText('ada.okafor', { exact: true }).count()).toBe(0);
    await open('page-private-window');
    expect(await page.getByRole('navigation', { name: 'Captures' }).getByRole('link').count()).toBe(1);
  });
});

describe('a text that is pasted', () => {
  const field = () => page.getByRole('textbox', { name: 'Token, callback URL or token answer' });

  test('is read on a page one link away, becomes a capture, and its title takes the focus', async () => {
    await open('page-paste');
    await page.getByRole('link', { name: 'Captures' }).click();
    await field().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Paste' }).click();
    await field().fill(tokens.access_token);
    await page.getByLabel('Check it against').selectOption('No profile');
    await button('Read it').click();
    await page.getByRole('heading', { name: 'ada.okafor', level: 1 }).waitFor();
    expect(await focused()).toBe('ada.okafor');
    await page.getByText('No profile', { exact: true }).first().waitFor();
    await page.getByText('Read from what was pasted. 2 checks passed').waitFor({ state: 'attached' });
    await page.getByText('What was pasted', { exact: true }).waitFor();
    expect(await page.getByText('none in what was pasted').count()).toBe(2);
    expect(await page.locator('.stub code').count()).toBe(0);
  });

  test('and cannot be read leaves the focus in the field, which is told why', async () => {
    await open('page-paste');
    await button('Read it').click();
    await page.getByRole('heading', { name: 'Nothing could be read' }).waitFor();
    expect(await field().evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await field().getAttribute('aria-invalid')).toBe('true');
    const ids = (await field().getAttribute('aria-describedby'))?.split(' ') ?? [];
    const texts = await Promise.all(ids.map((id) => page.locator(`#${id}`).textContent()));
    expect(texts.join(' ')).toContain('This is no token');
  });
});

test('the parameters of an answer are all listed, the unknown ones marked', async () => {
  await open('flagged-answer');
  await page.getByText('What Cognito answered').click();
  const list = page.locator('details', { hasText: 'What Cognito answered' });
  const names = (await list.locator('dt').allInnerTexts()).join(' ');
  expect(names).toBe('id_token access_token expires_in token_type state iss x_trace refresh_token');
  expect(await list.getByText('In no specification that Claimcheck knows.').count()).toBe(1);
});

describe('what tokens say', () => {
  test('is text: no link, image or markup is made of it, and what hides is shown', async () => {
    await open('long-values');
    const made = page.locator('main :is(img, script, iframe, b b, a[href^="javascript"], a[href^="http"])');
    expect(await made.count()).toBe(0);
    await page.getByText('<b>bold</b>').first().waitFor();
    const text = (await page.locator('body').textContent()) ?? '';
    expect(text.match(/⟨U\+202E⟩/g)?.length).toBeGreaterThanOrEqual(2);
    expect(text).toContain('⟨U+0000⟩');
    expect(countUnseen(text.replace(/\s/g, ''))).toBe(0);
  });

  test('an expired token is said to be, before and after it is copied', async () => {
    await open('expired');
    await page.getByText('Expired 12 min ago: your API will answer 401.', { exact: true }).waitFor();
    await button('Copy expired token').click();
    await page.getByText('Expired 12 min ago: your API will answer 401. Copied anyway.').waitFor();
    await button('Copy as and more').click();
    await page.getByRole('group', { name: 'Commands. Expired 12 min ago' }).waitFor();
  });

  test('a state that presses a key shows what the key does', async () => {
    for (const [name, title] of Object.entries({ opaque: 'Access token', 'captured-refresh-none': 'Refresh token' })) {
      await open(name);
      expect(await page.getByRole('tab', { selected: true }).textContent()).toContain(title);
    }
  });

  test('a signature stays hidden until it is asked for', async () => {
    await open('panel-captured');
    const raw = page.locator('details', { has: page.getByRole('heading', { name: 'Raw token' }) });
    const signature = await page.evaluate(async () => {
      const { host } = globalThis as unknown as { host: import('../../popup/host.ts').Host };
      return (await host.captures.get())[0]?.tokens.id_token?.split('.')[2] ?? '';
    });
    expect(await page.content()).not.toContain(signature);
    // it is folded in the side panel
    expect(await button('Show signature').count()).toBe(0);
    await raw.getByText('signature hidden').click();
    await button('Show signature').click();
    expect(await raw.textContent()).toContain(signature);
  });
});
