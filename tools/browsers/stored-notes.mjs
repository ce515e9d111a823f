// Each function here is sent into a page of the extension as text: it may use nothing but its arguments and the page.

/**
 * From now on notes every value that these keys of the extension's storage have, those of the moment among them. The
 * document holds the notes.
 *
 * @param {string[]} keys
 */
export async function beginNotes(keys) {
  const { browser, chrome } = /** @type {any} */ (globalThis);
  const { storage } = browser ?? chrome;
  const { dataset } = document.documentElement;
  /** @param {[string, unknown][]} entries */
  const note = (entries) => {
    const notes = new Set(JSON.parse(dataset.notes ?? '[]'));
    for (const entry of entries) notes.add(JSON.stringify(entry));
    dataset.notes = JSON.stringify([...notes]);
  };
  const isWanted = (/** @type {string} */ key) => keys.includes(key);
  storage.onChanged.addListener((/** @type {Record<string, { newValue?: unknown }>} */ changes) => {
    note(
      Object.keys(changes)
        .filter(isWanted)
        .map((key) => [key, changes[key]?.newValue ?? null]),
    );
  });
  note(Object.entries(await storage.local.get(keys)));
  note(Object.entries(await storage.session.get(keys)));
  // not waited for, as Chromium knows its policies late; Firefox refuses where there are none
  storage.managed.get(keys).then(
    (/** @type {object} */ items) => note(Object.entries(items)),
    () => {},
  );
}

/** What was noted: keys with their values, in order. */
export function readNotes() {
  return document.documentElement.dataset.notes ?? '[]';
}
