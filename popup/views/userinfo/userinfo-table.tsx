import { useEffect, useRef } from 'preact/hooks';
import type { Profile } from '../../../src/protocol/records.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { Code, Text } from '../../parts/text.tsx';
import { useMost } from '../../parts/use-most.ts';
import { Value } from '../../parts/value.tsx';
import { shapeValue, valueText } from '../../state/claims/claim-value.ts';
import { shapeParent } from '../../state/claims/member-lines.ts';
import { safeText } from '../../state/safe-text.ts';
import type { Against, UserinfoRow } from '../../state/userinfo/userinfo-compare.ts';
import { RowNotes } from '../claims/row-notes.tsx';

const words: Record<Against, { word: string; icon: IconName; tone?: 'warn' | 'pass' }> = {
  differs: { word: 'Differs', icon: 'differs', tone: 'warn' },
  only_here: { word: 'Only here', icon: 'plus' },
  same_value: { word: 'Same value', icon: 'same', tone: 'pass' },
  same: { word: 'Same', icon: 'same', tone: 'pass' },
  no_id_token: { word: 'No ID token', icon: 'skip' },
};

type Props = {
  rows: readonly UserinfoRow[];
  provider: Profile['provider'] | undefined;
  now: number;
  /** Whether it takes the focus: the button that revealed it is gone. */
  isRevealed: boolean;
};

export function UserinfoTable({ rows, provider, now, isRevealed }: Props) {
  const [most, showMore] = useMost();
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (isRevealed) table.current?.focus();
  }, [isRevealed]);
  return (
    <>
      <table class="facts" ref={table} tabIndex={-1}>
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
          {rows.slice(0, most).map((row) => (
            <Row key={row.name} row={row} provider={provider} now={now} />
          ))}
        </tbody>
      </table>
      <ShowMore left={rows.length - most} onMore={showMore} />
    </>
  );
}

function Row({ row, provider, now }: Pick<Props, 'provider' | 'now'> & { row: UserinfoRow }) {
  const { word, icon, tone } = words[row.against];
  // of Cognito's answers it is said once, below the table
  const isAllText = provider === 'cognito';
  const name = safeText(row.name);
  return (
    <tr data-tone={tone}>
      <th scope="row">
        <Text>{row.name}</Text>
      </th>
      <td>
        <div class="value">
          {row.other?.how === 'type' && typeof row.value === 'string' && row.value.length <= short ? (
            `"${safeText(row.value)}"`
          ) : (
            <Value shown={shapeParent(row.value) ?? shapeValue(row.value, 'text', 12, 4)} now={now} />
          )}
          <CopyButton
            class="btn quiet small icon copy"
            text={() => valueText(row.value).toWellFormed()}
            what={`${name} of userInfo`}
            label={`Copy ${name} of userInfo`}
          />
        </div>
        <Explained row={row} isAllText={isAllText} />
        <RowNotes
          row={{ name: row.name, value: row.value, kind: 'text', ...(isAllText && { isAsText: true }) }}
          provider={provider}
          now={now}
        />
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

/** Longer values are not repeated to be compared by eye. */
const short = 60;

function Explained({ row: { other, value }, isAllText }: { row: UserinfoRow; isAllText: boolean }) {
  if (!other || (other.how === 'type' && isAllText)) return null;
  const text = <Code>{other.text.slice(0, 200)}</Code>;
  switch (other.how) {
    case 'called':
      return <p class="say">Called {text} in the ID token.</p>;
    case 'type':
      return (
        <p class="say">
          In the ID token it is {other.text.length <= short && <>{text}, </>}
          {typeof value === 'string' ? 'not text' : 'as text'}.
        </p>
      );
    case 'value':
      return <p class="say">In the ID token it is {text}.</p>;
  }
}
