import type { Capture } from '../../../src/protocol/records.ts';
import { clockTime } from '../time-words.ts';

/** What the token endpoint brought for this capture since, behind the callback: "exchanged at 14:02:17". Empty for nothing. */
export function afterWords({ events }: Pick<Capture, 'events'>, now: number): string {
  const words = (kind: string, done: string) => {
    const last = events.findLast((event) => event.kind === kind);
    return last ? `, ${done} at ${clockTime(last.at, now)}` : '';
  };
  return words('code_exchanged', 'exchanged') + words('refreshed', 'refreshed');
}
