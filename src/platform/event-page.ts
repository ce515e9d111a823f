/** What only an event page (Firefox) has and needs; a service worker (Chromium) has no localStorage. */
const key = 'callbackFilters';

/** The filters of the last life, readable in the first turn; undefined in a service worker. */
export const filterMemory =
  typeof localStorage === 'undefined'
    ? undefined
    : {
        read: () => localStorage.getItem(key),
        write: (text: string) => localStorage.setItem(key, text),
      };
