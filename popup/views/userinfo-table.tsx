import { CopyButton } from '../parts/copy-button.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Code, Text } from '../parts/text.tsx';
import { Value } from '../parts/value.tsx';
import { shapeValue, valueText } from '../state/claim-value.ts';
import { safeText } from '../state/safe-text.ts';
import type { Against, UserinfoRow } from '../state/userinfo-compare.ts';

const words: Record<Against, { word: string; icon: IconName; tone?: 'warn' | 'pass' }> = {
  differs: { word: 'Differs', icon: 'differs', tone: 'warn' },
  only_here: { word: 'Only here', icon: 'plus' },
  same: { word: 'Same', icon: 'same', tone: 'pass' },
  no_id_token: { word: 'No ID token', icon: 'skip' },
};

export function UserinfoTable({ rows, now }: { rows: readonly UserinfoRow[]; now: number }) {
  return (
    <table class="facts">
      <caption class="sr-only">The userInfo answer against the ID token</caption>
      <colgroup>
        <col />
        <col />
        <col class="state" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">Value</th>
          <th scope="col">Against ID token</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.name} row={row} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, now }: { row: UserinfoRow; now: number }) {
  const { word, icon, tone } = words[row.against];
  const name = safeText(row.name);
  return (
    <tr data-tone={tone}>
      <th scope="row">
        <Text>{row.name}</Text>
      </th>
      <td>
        <div class="value">
          {row.other?.how === 'type' && typeof row.value === 'string' ? (
            `"${safeText(row.value.slice(0, 200))}"`
          ) : (
            <Value shown={shapeValue(row.value, 'text', 12, 4)} now={now} />
          )}
          <CopyButton
            class="btn quiet small icon copy"
            text={() => valueText(row.value)}
            what={`${name} of userInfo`}
            label={`Copy ${name} of userInfo`}
          />
        </div>
        <Explained row={row} />
      </td>
      <td>
        <span class="verdict">
          <Icon name={icon} />
          {word}
        </span>
      </td>
    </tr>
  );
}

function Explained({ row: { other, value } }: { row: UserinfoRow }) {
  if (!other) return null;
  const text = <Code>{other.text.slice(0, 200)}</Code>;
  switch (other.how) {
    case 'called':
      return <p class="say">Called {text} in the ID token.</p>;
    case 'type':
      return (
        <p class="say">
          In the ID token it is {text}, {typeof value === 'string' ? 'not text' : 'as text'}.
        </p>
      );
    case 'value':
      return <p class="say">In the ID token it is {text}.</p>;
  }
}
