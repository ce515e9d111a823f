import { CopyButton } from '../parts/copy-button.tsx';
import { Text } from '../parts/text.tsx';
import { Value } from '../parts/value.tsx';
import type { ClaimRow, ClaimRows } from '../state/claim-rows.ts';
import { shapeValue, valueText } from '../state/claim-value.ts';
import { safeText } from '../state/safe-text.ts';

export function ClaimTable({ groups, caption, now }: { groups: readonly ClaimRows[]; caption: string; now: number }) {
  return (
    <table class="claims">
      <caption class="sr-only">{caption}</caption>
      <colgroup>
        <col />
        <col />
      </colgroup>
      {groups.map(({ group, title, rows }) => (
        <tbody key={group}>
          <tr>
            <th colspan={2} scope="rowgroup">
              {title}
            </th>
          </tr>
          {rows.map((row) => (
            <Row key={row.name} row={row} now={now} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ row, now }: { row: ClaimRow; now: number }) {
  const shown = shapeValue(row.value, row.kind);
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
            text={() => valueText(row.value)}
            what={name}
            label={`Copy ${name}`}
          />
        </div>
        {row.meaning && <p class="meaning">{row.meaning}</p>}
      </td>
    </tr>
  );
}
