import { type ComponentChildren, Fragment } from 'preact';
import type { Recording } from '../../src/protocol/records.ts';
import { useNow } from '../parts/host-context.ts';
import { Icon } from '../parts/icon.tsx';
import { Code } from '../parts/text.tsx';
import { When } from '../parts/when.tsx';
import type { RecordShown, SeenAnswer } from '../state/profile/record.ts';
import { signInNote } from '../state/profile/record-words.ts';

/** What was seen of a login so far, one step after the other. */
export function RecordSteps({ recording, shown }: { recording: Recording; shown: RecordShown }) {
  const { signIn, answer, issuer } = shown;
  const note = signIn && signInNote(signIn);
  return (
    <ul class="checks" aria-label="What was seen">
      <Step name="Sign-in page" tone={signIn ? 'pass' : 'skip'} state={signIn ? 'Seen' : notYet(shown)}>
        {signIn && (
          <p>
            At <Code>{signIn.page}</Code>, for the client <Code>{signIn.clientId}</Code>
            {signIn.callback && (
              <>
                , to come back to <Code>{signIn.callback}</Code>
              </>
            )}
            . {note}
          </p>
        )}
      </Step>
      <Step name="Answer" tone={answerTone(answer)} state={answer ? answerState(answer) : notYet(shown)}>
        {answer && <AnswerWords answer={answer} endedAt={recording.endedAt} />}
        {issuer !== undefined && (
          <p>
            It names the issuer <Code>{issuer}</Code>. Using it trusts this issuer on first use: compare it with the
            provider’s documentation.
          </p>
        )}
      </Step>
    </ul>
  );
}

type StepProps = {
  name: string;
  tone: 'pass' | 'skip' | 'warn';
  state: string;
  children?: ComponentChildren;
};

function Step({ name, tone, state, children }: StepProps) {
  return (
    <li data-tone={tone}>
      <Icon name={tone} />
      <span>{name}</span>
      <span class="verdict">{state}</span>
      {children}
    </li>
  );
}

function AnswerWords({ answer, endedAt }: { answer: SeenAnswer; endedAt: number | undefined }) {
  const now = useNow(endedAt === undefined ? [] : [endedAt]);
  return (
    <p>
      At <Code>{answer.at}</Code>
      {endedAt !== undefined && !answer.isError && (
        <>
          , <When at={endedAt} now={now} />
        </>
      )}
      . It brought{' '}
      {answer.brought.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ', '}
          <code>{name}</code>
        </Fragment>
      ))}
      : the names alone are kept.
    </p>
  );
}

function answerTone(answer: SeenAnswer | undefined): StepProps['tone'] {
  if (!answer) return 'skip';
  return answer.isError ? 'warn' : 'pass';
}

function answerState({ isError }: SeenAnswer): string {
  return isError ? 'Came with an error' : 'Came';
}

function notYet({ phase }: RecordShown): string {
  return phase === 'watching' ? 'Not seen yet' : 'Not seen';
}
