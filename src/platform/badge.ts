import { browser } from './browser.ts';

/** What the toolbar shows: a short text, its ground, and the words a person hears or sees on hover. Never a secret. */
export async function showBadge(badge: { text: string; colour: string; title: string }): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: badge.text }),
    browser.action.setBadgeBackgroundColor({ color: badge.colour }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title: badge.title }),
  ]);
}
