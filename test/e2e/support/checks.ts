import type { TestPage } from '../../../tools/browsers/driver.ts';

/** The lines of the list of checks as they read, those that are folded away among them. */
export function checkLines(popup: TestPage): Promise<string[]> {
  return popup.evaluate(() => {
    const isChecks = (section: Element) =>
      document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.textContent === 'Checks';
    const region = [...document.querySelectorAll('section')].find(isChecks);
    return [...(region?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent?.trim() ?? '');
  });
}

/** Whether a button that stays focusable is out of use. */
export async function isOutOfUse(popup: TestPage, name: string): Promise<boolean> {
  return (await popup.getByRole('button', { name, exact: true }).getAttribute('aria-disabled')) === 'true';
}
