import { waitUntil } from './wait-until.mjs';
import { xdotool } from './xvfb.mjs';

// Chromium ignores keys for half a second, so that no one answers what they cannot have read. Nothing shows its end.
const DEAF_FOR = 700;

/**
 * Answers Chromium's own permission prompt on a display without a window manager, with the keyboard. The prompt is no
 * window and no page of its own: it is there when the page that asked has lost the keyboard, and gone when the page
 * has it back.
 *
 * @param {object} prompt
 * @param {string} prompt.display
 * @param {import('playwright-core').Page} prompt.page the page that asks, in front
 * @param {() => Promise<unknown>} prompt.ask does what makes the prompt appear
 * @param {'allow' | 'deny'} prompt.answer
 */
export async function answerPrompt({ display, page, ask, answer }) {
  const session = await page.context().newCDPSession(page);
  // Playwright lets every page believe that it has the keyboard.
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const hasKeyboard = () => page.evaluate(() => document.hasFocus());
  await waitUntil(hasKeyboard, { what: 'the page to have the keyboard' });
  await ask();
  await waitUntil(async () => !(await hasKeyboard()), { what: 'the permission prompt' });
  await new Promise((resolve) => setTimeout(resolve, DEAF_FOR));
  if (answer === 'allow') xdotool(display, ['key', 'Tab']); // Deny has the focus first
  xdotool(display, ['key', 'Return']);
  await waitUntil(hasKeyboard, { what: 'the permission prompt to close' });
  await session.detach();
}
