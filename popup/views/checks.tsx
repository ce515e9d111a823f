import type { Capture, Verdict } from '../../src/protocol/records.ts';
import { Icon } from '../parts/icon.tsx';
import { Note } from '../parts/note.tsx';
import { Code } from '../parts/text.tsx';
import { checkLine } from '../state/check-words.ts';
import { orderVerdicts, uncheckedWords } from '../state/verdict-summary.ts';

/** What was checked: failed, then not checked with the reason, then passed in one fold. */
export function Checks({ capture }: { capture: Capture }) {
  const { fail, not_checked, pass } = orderVerdicts(capture.verdicts);
  const missing = capture.error ? '' : uncheckedWords(capture.verdicts);
  const isJudged = capture.judgedAt !== undefined;
  return (
    <section aria-labelledby="checks-h">
      <div class="head">
        <h2 id="checks-h" tabIndex={-1}>
          Checks
        </h2>
        <span class="n">{isJudged ? capture.verdicts.length : 'checking…'}</span>
      </div>
      {fail.length + not_checked.length > 0 && <Lines verdicts={[...fail, ...not_checked]} />}
      {pass.length > 0 && <Passed verdicts={pass} />}
      {isJudged && missing !== '' && <p class="aside ruled">Not checked in this version: {missing}.</p>}
    </section>
  );
}

function Passed({ verdicts }: { verdicts: Verdict[] }) {
  return (
    <details>
      <summary data-tone="pass">
        <Icon name="pass" />
        <span>{verdicts.length} passed</span>
        <span class="n cut">{verdicts.map(({ check }) => check).join(', ')}</span>
        <Icon name="down" class="caret" />
      </summary>
      <Lines verdicts={verdicts} />
    </details>
  );
}

function Lines({ verdicts }: { verdicts: Verdict[] }) {
  return (
    <ul class="checks">
      {verdicts.map((verdict) => {
        const { name, wire, word, tone, reason } = checkLine(verdict);
        return (
          <li key={`${verdict.check} ${verdict.token} ${verdict.from}`} data-tone={tone}>
            <Icon name={tone} />
            <span>
              {name} {wire && <code>{wire}</code>}
            </span>
            <span class="verdict">{word}</span>
            {reason && <p>{reason}</p>}
            <Compared verdict={verdict} />
          </li>
        );
      })}
    </ul>
  );
}

function Compared({ verdict: { expected, actual } }: { verdict: Verdict }) {
  if (expected === undefined && actual === undefined) return null;
  return (
    <p>
      Expected {expected === undefined ? 'nothing' : <Code>{expected}</Code>}, got{' '}
      {actual === undefined ? 'nothing' : <Code>{actual}</Code>}.
    </p>
  );
}

/** The failed checks again, above the claims, where they cannot be overlooked. Announced once. */
export function FailedNotes({ verdicts }: { verdicts: readonly Verdict[] }) {
  const failed = verdicts.filter(({ result }) => result === 'fail');
  if (failed.length === 0) return null;
  return (
    <div class="inset notes" role="alert">
      {failed.map((verdict) => {
        const { name, failure = `${name}: the check failed`, reason } = checkLine(verdict);
        return (
          <Note key={`${verdict.check} ${verdict.token}`} tone="fail" heading={failure}>
            {reason && <p>{reason}</p>}
          </Note>
        );
      })}
    </div>
  );
}
