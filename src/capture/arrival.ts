import * as v from 'valibot';
import { type Answer, parseAnswer, parseFormAnswer } from '../protocol/answer.ts';
import { readErrorPage } from '../provider/error-page.ts';
import { limitAddress, limitPairs, type Refused, tokenLimit } from './answer-limits.ts';

const arrivalSchema = v.object({
  id: v.string(),
  url: v.string(),
  /** The fields of a form that was sent to the callback. */
  form: v.exactOptional(v.array(v.tuple([v.string(), v.string()]))),
  /** A form was sent, and the browser does not tell its fields: it is too large for it. */
  isFormUntold: v.exactOptional(v.literal(true)),
  kind: v.picklist(['before', 'request', 'committed', 'error', 'aborted', 'blocked', 'fragment']),
  tabId: v.number(),
  frameId: v.number(),
  /** ms */
  at: v.number(),
  refused: v.array(v.union([v.object({ name: v.string(), size: v.number() }), v.object({ parameters: v.number() })])),
  /** The size of an answer that was over the limit as a whole, where it is known: only where it ended is kept. */
  tooLarge: v.exactOptional(v.union([v.number(), v.literal('untold')])),
});

/** An answer as the browser reported it, kept in the inbox until it has become a capture. */
export type Arrival = v.InferOutput<typeof arrivalSchema>;

/** Whether what lies in the inbox is an arrival as this version keeps it. */
export function isArrival(value: unknown): value is Arrival {
  return v.is(arrivalSchema, value);
}

/** What the browser tells of a navigation or request. */
export type ArrivalEvent = Omit<Arrival, 'id' | 'refused' | 'tooLarge'>;

/** In characters: of a longer answer nothing is kept but its size. */
export const answerLimit = 2_097_152;
/** What is looked at of an answer that is over the limit: enough to know where it ended, little enough to read fast. */
const remnant = 16_384;

/**
 * The arrival to keep for an event, or undefined for one that is no answer. What is over a limit is cut out before
 * anything is stored, so that one answer cannot fill the memory the browser gives. Never throws.
 */
export function arrivalOf(event: ArrivalEvent, id: string): Arrival | undefined {
  const size = event.url.length + (event.form ?? []).reduce((sum, pair) => sum + pair.join('').length, 0);
  if (event.isFormUntold) return { ...event, id, url: event.url.slice(0, remnant), refused: [], tooLarge: 'untold' };
  if (size > answerLimit) return arrivalTooLarge(event, id, size);
  const limited = limitAddress(event.url);
  const form = event.form && limitPairs(event.form);
  const answer = readAnswer({ url: limited.url, ...(form && { form: form.pairs }) }, '');
  if (!answer && !readErrorPage(limited.url)) return undefined;
  const refused: Refused[] = limited.parameters === undefined ? [] : [{ parameters: limited.parameters }];
  // the look-behind keeps it linear: without it each letter of a long run without `=` would be tried anew
  const url = limited.url.replace(/(?<=[?#&])([^?#&=]*)=([^&#]*)/g, (pair, name: string, value: string) => {
    if (value.length <= tokenLimit) return pair;
    refused.push({ name: decoded(name), size: value.length });
    return `${name}=`;
  });
  return { ...event, id, url, ...(form && { form: form.pairs }), refused: [...refused, ...(form?.refused ?? [])] };
}

/** Only where it ended and how large it was is kept. */
function arrivalTooLarge(event: ArrivalEvent, id: string, size: number): Arrival | undefined {
  const url = event.url.slice(0, remnant);
  const form = event.form?.slice(0, 100).map(([name, value]): [string, string] => [name, value.slice(0, 1)]);
  const cut = { ...event, url, ...(form && { form }) };
  return readAnswer(cut, '') ? { ...cut, id, refused: [], tooLarge: size } : undefined;
}

/** The answer that an arrival brought: in a form, else in the address. */
export function readAnswer({ url, form }: Pick<Arrival, 'url' | 'form'>, callback: string): Answer | undefined {
  return (form && parseFormAnswer(form, url)) ?? parseAnswer(url, callback);
}

function decoded(name: string): string {
  return [...new URLSearchParams(`&${name}`).keys()][0] ?? name;
}
