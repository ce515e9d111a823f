import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { Icon } from '../../parts/icon.tsx';
import { type AnswerRow, answerRows } from '../../state/capture/answer-rows.ts';
import { providerInside } from '../../state/provider-words.ts';
import { isClientOwn } from '../../state/token/client-own.ts';

/** All parameters of the answer, in their order, also those that nobody knows. Nothing where none came. */
export function Answered({ capture, profile }: { capture: Capture; profile: Profile | undefined }) {
  const { rows, count, more, unknown } = answerRows(capture);
  if (count === 0 && isClientOwn(capture)) return null;
  const title = titles[capture.origin ?? ''] ?? `What ${providerInside(profile)} answered`;
  return (
    <details>
      <summary>
        <span>{title}</span>
        <span class="n cut">
          {count} {count === 1 ? 'parameter' : 'parameters'}
          {unknown > 0 && `, ${unknown} unknown`}
        </span>
        <Icon name="down" class="caret" />
      </summary>
      <dl class="params">
        {rows.map((row, index) => (
          <Row key={`${index} ${row.name}`} row={row} />
        ))}
      </dl>
      {more > 0 && <p class="aside ruled">and {more.toLocaleString('en')} more</p>}
    </details>
  );
}

const titles: Record<string, string> = {
  pasted: 'What was pasted',
  imported: 'What the file holds of the answer',
  sample: 'What was minted',
};

function Row({ row: { name, text, words, isUnknown } }: { row: AnswerRow }) {
  return (
    <div>
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd class="code">{text === undefined ? <span class="none">{words}</span> : <bdi>{text}</bdi>}</dd>
      {isUnknown && <dd>In no specification that Claimcheck knows.</dd>}
    </div>
  );
}
