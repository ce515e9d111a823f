import type { Profile } from '../../../src/protocol/records.ts';
import { RemarkLine } from '../../parts/remark.tsx';
import { Code, Text } from '../../parts/text.tsx';
import { Value } from '../../parts/value.tsx';
import { claimNotes } from '../../state/claims/claim-notes.ts';
import type { ClaimRow } from '../../state/claims/claim-rows.ts';
import type { MemberLine } from '../../state/claims/member-lines.ts';

export type RowNotesProps = {
  row: ClaimRow;
  provider: Profile['provider'] | undefined;
  now: number;
};

/** What stands below a claim beyond its meaning: its values in words, its members, and what is odd about it. */
export function RowNotes({ row, provider, now }: RowNotesProps) {
  const { words, members, remarks } = claimNotes(row, provider);
  return (
    <>
      {words.length > 0 && (
        <ul class="meaning">
          {words.map(([value, meaning]) => (
            <li key={value}>
              <Code>{value}</Code> {meaning}
            </li>
          ))}
        </ul>
      )}
      {members && (
        <dl class="members">
          {members.lines.map((line, index) => (
            <Line key={`${index} ${line.name}`} line={line} now={now} />
          ))}
        </dl>
      )}
      {members?.isCut && <p class="meaning">There is more: copying gives all of it.</p>}
      {remarks.map((remark) => (
        <RemarkLine key={remark.text} remark={remark} />
      ))}
    </>
  );
}

function Line({ line: { depth, name, shown, meaning }, now }: { line: MemberLine; now: number }) {
  return (
    <div data-depth={depth}>
      <dt>
        <Text>{name}</Text>
      </dt>
      {shown && (
        <dd class="value">
          <Value shown={shown} now={now} />
        </dd>
      )}
      {meaning && <dd class="meaning">{meaning}</dd>}
    </div>
  );
}
