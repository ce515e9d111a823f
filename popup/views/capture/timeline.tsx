import { useState } from 'preact/hooks';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import type { Width } from '../../host.ts';
import { Icon } from '../../parts/icon.tsx';
import { Code, Text } from '../../parts/text.tsx';
import { clockTime, machineTime } from '../../state/time-words.ts';
import { deltaWords } from '../../state/timeline/delta-words.ts';
import type { Piece, Step } from '../../state/timeline/step.ts';
import { timelineSteps } from '../../state/timeline/timeline-steps.ts';

type Props = { capture: Capture; profile: Profile | undefined; width: Width; now: number };

/** What happened in a login, from what the extension itself saw. Folded where room is short. */
export function Timeline({ capture, profile, width, now }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { steps, more } = timelineSteps(capture, profile);
  const [first] = steps;
  if (!first) return null;
  const list = (
    <>
      <ol class="timeline">
        {steps.map((step, index) => (
          <Line key={`${step.at} ${index}`} step={step} start={index === 0 ? undefined : first.at} now={now} />
        ))}
      </ol>
      {more > 0 && <p class="aside">and {more.toLocaleString('en')} more</p>}
    </>
  );
  if (width === 'page') {
    return (
      <section class="ruled" aria-labelledby="timeline-h">
        <div class="head">
          <h2 id="timeline-h">Timeline</h2>
          <span class="n">of this login</span>
        </div>
        {list}
      </section>
    );
  }
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span>Timeline</span>
        <span class="n cut">
          {steps.length + more} {steps.length + more === 1 ? 'step' : 'steps'}
        </span>
        <Icon name="down" class="caret" />
      </summary>
      {isOpen && list}
    </details>
  );
}

/** `start`: when the first step was, for those after it. */
function Line({
  step: { at, what, detail, tone },
  start,
  now,
}: {
  step: Step;
  start: number | undefined;
  now: number;
}) {
  return (
    <li data-tone={tone}>
      <time datetime={machineTime(at)} title={clockTime(at, now)}>
        {start === undefined ? clockTime(at, at) : deltaWords(at - start)}
      </time>
      <div>
        <b>
          <Said piece={what} />
        </b>
        {detail.length > 0 && (
          <p>
            {detail.map((piece, index) => (
              <Said key={index} piece={piece} />
            ))}
          </p>
        )}
      </div>
    </li>
  );
}

function Said({ piece }: { piece: Piece }) {
  return typeof piece === 'string' ? <Text>{piece}</Text> : <Code>{piece.code}</Code>;
}
