import type { Capture } from '../../../src/protocol/records.ts';
import { FirstIcon } from '../../parts/first-icon.tsx';
import { Code } from '../../parts/text.tsx';
import { When } from '../../parts/when.tsx';
import { summarize } from '../../state/checks/verdict-summary.ts';
import { AfterWords, HowWords } from '../later.ts';

/** As much as fits beside the clock in 400 px. */
const shortEnough = 28;

/** What was caught: the sum of the checks, when, and how. */
export function Stub({ capture, now, isNarrow }: { capture: Capture; now: number; isNarrow: boolean }) {
  const { tone, words, rest, title } = summarize(capture);
  return (
    <section class="stub" data-tone={tone} aria-label="Capture">
      <a class="verdict" href="#checks-h" title={title}>
        <FirstIcon name={tone} />
        <span>
          {words}
          {rest && <span class="rest">{rest}</span>}
        </span>
      </a>
      <When at={capture.capturedAt} now={now} brief={isNarrow && words.length + rest.length > shortEnough} />
      <span class="how">
        <HowWords capture={capture} /> {capture.callback !== '' && <Code>{capture.callback}</Code>}
        <AfterWords capture={capture} now={now} />
      </span>
    </section>
  );
}
