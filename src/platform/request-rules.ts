import { browser } from './browser.ts';
import { isFirefox } from './kind.ts';

/** A request that must end inside the extension: of one tab, its address as a regular expression. */
/** `loose` stands for a pattern that the browser finds too large. */
export type Interception = { tabId: number; pattern: string; loose: string; method?: 'post' };

type Rule = Awaited<ReturnType<typeof browser.declarativeNetRequest.getSessionRules>>[number];

/**
 * What keeps the answer from the app and leaves least behind, measured: Chromium, a redirect to an empty page of ours (a
 * block leaves the callback in the tab's back list), of which the file of the history keeps the callback as a link that
 * its list does not show; Firefox, a block, which leaves nothing (a redirect leaves the callback in the history).
 */
function action(): Rule['action'] {
  if (isFirefox()) return { type: 'block' };
  return { type: 'redirect', redirect: { extensionPath: '/landing.html' } };
}

/**
 * Makes just these the rules of this browser run. Gives whether they stand: the permission is optional, and a rule can
 * be one that the browser does not take.
 */
export async function setInterceptions(wanted: Interception[]): Promise<boolean> {
  if (browser.declarativeNetRequest === undefined) return wanted.length === 0;
  try {
    const present = await browser.declarativeNetRequest.getSessionRules();
    const keyOf = ({ tabIds, regexFilter, requestMethods }: Rule['condition']) =>
      JSON.stringify([tabIds, regexFilter, requestMethods]);
    const conditions = new Map(
      (await Promise.all(wanted.map(conditionOf))).map((condition) => [keyOf(condition), condition]),
    );
    const gone = present.filter(({ condition }) => !conditions.delete(keyOf(condition))).map(({ id }) => id);
    let id = Math.max(0, ...present.map((rule) => rule.id));
    const added = [...conditions.values()].map((condition) => {
      id += 1;
      return { id, priority: 1, action: action(), condition };
    });
    if (gone.length + added.length === 0) return true;
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: gone, addRules: added });
    return true;
  } catch {
    return false;
  }
}

async function conditionOf({ tabId, pattern, loose, method }: Interception): Promise<Rule['condition']> {
  const { isSupported } = await browser.declarativeNetRequest.isRegexSupported({ regex: pattern });
  return {
    resourceTypes: ['main_frame'],
    tabIds: [tabId],
    regexFilter: isSupported ? pattern : loose,
    isUrlFilterCaseSensitive: true,
    requestMethods: [method ?? 'get'],
  };
}
