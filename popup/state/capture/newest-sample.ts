import type { Capture } from '../../../src/protocol/records.ts';
import { isSample } from '../../../src/protocol/sample.ts';

/** The sample that was minted last. Captures are stored newest first. */
export function newestSample(captures: readonly Capture[] | undefined): Capture | undefined {
  return captures?.find(isSample);
}
