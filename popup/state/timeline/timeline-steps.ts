import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { summarize } from '../checks/verdict-summary.ts';
import { arrivalSteps } from './arrival-steps.ts';
import { eventStep } from './event-step.ts';
import type { Piece, Step } from './step.ts';

/** More steps are counted, not shown. */
export const mostSteps = 100;
/** In characters: the middle of a longer string gives way. */
const longest = 200;

/**
 * What happened in a login, the first step first, from what the extension itself saw: of a login that was not started here
 * nothing is known before its answer. `more`: how many steps are not among them.
 */
export function timelineSteps(capture: Capture, profile: Profile | undefined): { steps: Step[]; more: number } {
  const told = capture.events.flatMap((event) => eventStep(event, capture, profile) ?? []);
  const isBefore = ({ at }: Step) => at < capture.capturedAt;
  const all = [
    ...told.filter(isBefore),
    ...arrivalSteps(capture),
    ...told.filter((step) => !isBefore(step)),
    ...checkedSteps(capture),
    ...capture.replays.map(replayStep),
  ];
  const steps = merged(all.toSorted((one, other) => one.at - other.at));
  return { steps: steps.slice(0, mostSteps).map(cut), more: Math.max(0, steps.length - mostSteps) };
}

/** Of records from before the sum was noted. */
function checkedSteps(capture: Capture): Step[] {
  const { judgedAt, verdicts, events } = capture;
  const isNoted = events.some(({ kind }) => kind === 'checked');
  if (isNoted || judgedAt === undefined || verdicts.length === 0) return [];
  const { words, rest, tone } = summarize(capture);
  return [{ at: judgedAt, what: 'Checked', detail: [words + rest], ...(tone !== 'skip' && { tone }) }];
}

const again = 'Seen again';

function replayStep({ at }: { at: number }): Step {
  return {
    at,
    what: again,
    detail: [
      'The same answer: a reload, a way back, another tab, or the browser trying a page again that it could not reach',
    ],
  };
}

/** One answer may be seen again any number of times in a row. */
function merged(steps: Step[]): Step[] {
  const result: Step[] = [];
  let count = 0;
  for (const step of steps) {
    const last = result.at(-1);
    const isSame = step.what === again && last?.detail.at(-1) === step.detail.at(-1);
    count = isSame ? count + 1 : 1;
    if (isSame && last) result[result.length - 1] = { ...last, what: `${again}, ${count} times` };
    else result.push(step);
  }
  return result;
}

function cut(step: Step): Step {
  return { ...step, what: shortened(step.what), detail: step.detail.filter((piece) => piece !== '').map(shortened) };
}

function shortened(piece: Piece): Piece {
  const text = typeof piece === 'string' ? piece : piece.code;
  if (text.length <= longest) return piece;
  const short = `${text.slice(0, longest * 0.6)}…${text.slice(-longest * 0.3)}`;
  return typeof piece === 'string' ? short : { code: short };
}
