import type { Capture } from './records.ts';

type Events = Capture['events'];

/** The detail of an event `refused`: a value of so many characters was too long to keep. */
export function valueRefusal(name: string, size: number, limit: number): string {
  return `${name} has ${size.toLocaleString('en')} characters; the limit is ${limit.toLocaleString('en')}`;
}

/** The detail of an event `refused`: not all of so many parameters were kept. */
export function parametersRefusal(count: number, limit: number): string {
  return `The answer has ${count.toLocaleString('en')} parameters; the limit is ${limit.toLocaleString('en')}`;
}

/** The size and the limit, in words, of a parameter whose value was too long to keep; undefined of any other. */
export function findValueRefusal(events: Events, name: string): string | undefined {
  return refusals(events).find((detail) => isOf(detail, `${name} has `, 'characters'));
}

/** The number and the limit, in words, where not all parameters were kept. */
export function findParametersRefusal(events: Events): string | undefined {
  return refusals(events).find((detail) => isOf(detail, 'The answer has ', 'parameters'));
}

/** A name may be any text, so what follows it is looked at as well. */
function isOf(detail: string, start: string, unit: string): boolean {
  return (
    detail.startsWith(start) && new RegExp(`^[\\d,]+ ${unit}; the limit is [\\d,]+$`).test(detail.slice(start.length))
  );
}

function refusals(events: Events): string[] {
  return events.flatMap(({ kind, detail }) => (kind === 'refused' && detail !== undefined ? [detail] : []));
}
