import type { Capture } from './records.ts';

/** Whether a capture was minted in this browser to be looked at: nobody signed in, and no provider knows of it. */
export function isSample({ origin }: Pick<Capture, 'origin'>): boolean {
  return origin === 'sample';
}

/** Why nothing is sent with the tokens of a sample. */
export const nobodyToAsk = 'A sample: there is nobody to ask.';
