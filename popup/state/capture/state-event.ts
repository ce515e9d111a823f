import type { Capture } from '../../../src/protocol/records.ts';

const kinds = ['state_cancelled', 'state_used'] as const;

/** Whether an answer carries the state of a login of ours that is over: it was cancelled, or answered before. */
export function findStateEvent({ events }: Pick<Capture, 'events'>): (typeof kinds)[number] | undefined {
  return kinds.find((kind) => events.some((event) => event.kind === kind));
}
