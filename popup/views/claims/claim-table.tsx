import { Component, type ComponentType } from 'preact';
import type { Profile } from '../../../src/protocol/records.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Text } from '../../parts/text.tsx';
import { Value } from '../../parts/value.tsx';
import { type ClaimRow, type ClaimRows, copiedText } from '../../state/claims/claim-rows.ts';
import { type ShownValue, shapeValue } from '../../state/claims/claim-value.ts';
import { shapeParent } from '../../state/claims/member-lines.ts';
import { safeText } from '../../state/safe-text.ts';
import type { RowNotesProps } from './row-notes.tsx';

type Props = {
  groups: readonly ClaimRows[];
  caption: string;
  now: number;
  provider?: Profile['provider'] | undefined;
  /** What stands below a row beyond its meaning. */
  notes?: ComponentType<RowNotesProps> | undefined;
};

export function ClaimTable({ groups, caption, now, provider, notes }: Props) {
  return (
    <table class="claims">
      <caption class="sr-only">{caption}</caption>
      <colgroup>
        <col />
        <col />
      </colgroup>
      {groups.map(({ group, title, rows, isContinued }) => (
        <tbody key={group}>
          <tr>
            <th colspan={2} scope="rowgroup" class={isContinued && 'sr-only'}>
              {title}
            </th>
          </tr>
          {rows.map((row) => (
            <Row key={row.name} row={row} now={now} provider={provider} notes={notes} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

type RowProps = Pick<Props, 'now' | 'provider' | 'notes'> & { row: ClaimRow };

/** One claim. It stays as it is while the clock moves on, unless it shows a time: a token can have thousands. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate({ row, now, provider, notes }: RowProps): boolean {
    const before = this.props;
    const isLater = row.kind === 'time' && now !== before.now;
    return isLater || row !== before.row || provider !== before.provider || notes !== before.notes;
  }
  override render() {
    return <Cells {...this.props} />;
  }
}

/** A rounded number as it stands in the token; what has its members below without their JSON above them. */
function shapeRow({ value, kind, source }: ClaimRow, hasNotes: boolean): ShownValue {
  const parent = hasNotes ? shapeParent(value) : undefined;
  return parent ?? shapeValue(kind === 'time' ? value : (source ?? value), kind);
}

function Cells({ row, now, provider, notes: Notes }: RowProps) {
  const shown = shapeRow(row, Notes !== undefined);
  const isLate = row.name === 'exp' && shown.kind === 'time' && shown.at <= now;
  const tone = row.tone ?? (isLate ? 'fail' : undefined);
  const name = safeText(row.name);
  return (
    <tr data-tone={tone}>
      <th scope="row">
        <Text>{row.name}</Text>
      </th>
      <td>
        <div class="value">
          <Value shown={shown} now={now} tone={tone} />
          <CopyButton
            class="btn quiet small icon copy"
            text={() => copiedText(row)}
            what={name}
            label={`Copy ${name}`}
          />
        </div>
        {row.meaning && <p class="meaning">{row.meaning}</p>}
        {Notes && <Notes row={row} provider={provider} now={now} />}
      </td>
    </tr>
  );
}
