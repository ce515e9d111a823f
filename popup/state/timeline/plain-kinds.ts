import type { Step } from './step.ts';

type Told = Pick<Step, 'what'> & Partial<Step>;

/** The kinds of events that are always told alike. */
export const plainKinds: Record<string, Told> = {
  imported: { what: 'Imported from a file', detail: ['What stands above is what the file says'] },
  signed_out: { what: 'Sign-out opened', detail: ['In a tab, at the provider'] },
  tab_closed: { what: 'Tab closed', detail: ['The one behind the others, in which the session was asked for'] },
  history_deleted: { what: 'Deleted from the browser’s history' },
  history_not_found: { what: 'Not found in the browser’s history' },
  address_cleaned: { what: 'Address cleaned', detail: ['The answer was taken out of the tab’s address'] },
  address_not_cleaned: { what: 'Address not cleaned', detail: ['The tab had moved on, or was closed'], tone: 'warn' },
  state_repeated: { what: 'The state of another answer', tone: 'warn' },
  state_cancelled: { what: 'The state of a sign-in that was cancelled', tone: 'warn' },
  state_used: { what: 'The state of a sign-in that was answered before', tone: 'warn' },
};
