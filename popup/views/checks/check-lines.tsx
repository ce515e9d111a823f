import { type ComponentChildren, Fragment } from 'preact';
import type { Profile, Verdict } from '../../../src/protocol/records.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { Code } from '../../parts/text.tsx';
import { type CheckLine, checkLine } from '../../state/checks/check-words.ts';
import type { CheckTone } from '../../state/checks/verdict-summary.ts';

const icons: Record<CheckTone, IconName> = { fail: 'fail', warn: 'warn', note: 'info', skip: 'skip', pass: 'pass' };

type Props = {
  /** One line each: a verdict, or several that say the same. */
  groups: readonly Verdict[][];
  profile: Profile | undefined;
  /** What can be done about a line, beneath it. */
  act?: (group: readonly Verdict[]) => ComponentChildren;
};

/** Verdicts, one under the other: name, word, what happened, its meaning, what was compared. */
export function CheckLines({ groups, profile, act }: Props) {
  return (
    <ul class="checks">
      {groups.map((group) => {
        const lines = group.map((verdict) => checkLine(verdict, profile));
        const [verdict, line] = [group[0], lines[0]];
        if (!verdict || !line) return null;
        return (
          <li key={`${verdict.check} ${verdict.token} ${verdict.from}`} data-tone={line.tone}>
            <Icon name={icons[line.tone]} />
            <Names lines={lines} />
            <span class="verdict">{line.word}</span>
            {line.failure !== undefined && line.failure !== line.name && (
              <p>
                <b>{line.failure}</b>
              </p>
            )}
            {line.texts.map((text) => (
              <p key={text}>{text}</p>
            ))}
            <Compared verdict={verdict} />
            {act?.(group)}
          </li>
        );
      })}
    </ul>
  );
}

function Names({ lines }: { lines: readonly CheckLine[] }) {
  return (
    <span>
      {lines.map(({ name, wire }, index) => (
        <Fragment key={name}>
          {index > 0 && ', '}
          {name}
          {wire && (
            <>
              {' '}
              <code>{wire}</code>
            </>
          )}
        </Fragment>
      ))}
    </span>
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
