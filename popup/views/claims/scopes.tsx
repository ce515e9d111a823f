import { useMemo } from 'preact/hooks';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import type { Tone } from '../../parts/note.tsx';
import { Code, Text } from '../../parts/text.tsx';
import {
  type ScopeRow,
  type ScopeRows,
  type ScopeState,
  scopeCounts,
  scopeRows,
  stateWords,
} from '../../state/claims/scope-rows.ts';

/** What was asked for against what was granted; in front only where the two differ. */
export function Scopes({ capture, profile }: { capture: Capture; profile: Profile | undefined }) {
  const scopes = useMemo(() => scopeRows(capture, profile), [capture, profile]);
  if (!scopes) return null;
  const differs = scopes.rows.some(({ state }) => state !== 'granted');
  return (
    <details open={differs}>
      <summary>
        <span>Scopes</span>
        <span class="n cut">{scopeCounts(scopes)}</span>
        <Icon name="down" class="caret" />
      </summary>
      <ul class="checks">
        {scopes.rows.map((row) => (
          <Row key={row.name} row={row} scopes={scopes} />
        ))}
      </ul>
      {scopes.from !== 'answer' && <p class="aside ruled">{fromWords[scopes.from]}</p>}
    </details>
  );
}

const fromWords = {
  token: 'The answer names no scope, so what stands in the access token is compared.',
  assumed:
    'Neither the answer nor the token names a scope: what was asked for counts as granted (RFC 6749 section 5.1).',
};

const states: Record<ScopeState, { icon: IconName; tone: Tone }> = {
  granted: { icon: 'pass', tone: 'pass' },
  not_granted: { icon: 'warn', tone: 'warn' },
  not_asked_for: { icon: 'plus', tone: 'skip' },
};

function Row({ row, scopes }: { row: ScopeRow; scopes: ScopeRows }) {
  const { icon, tone } = states[row.state];
  return (
    <li data-tone={tone}>
      <Icon name={icon} />
      <span class="code">
        <Text>{row.name}</Text>
      </span>
      <span class="verdict">{stateWords(row.state, scopes.from)}</span>
      {row.meaning && <p>{row.meaning}</p>}
      {row.brought.length > 0 && (
        <p>
          Brought <Names names={row.brought} />.
        </p>
      )}
      {row.missing.length > 0 && <Missing row={row} canAsk={scopes.canAsk} />}
    </li>
  );
}

function Missing({ row: { missing }, canAsk }: { row: ScopeRow; canAsk: boolean }) {
  const names = missing.length > 3 ? 'any of its claims' : <Names names={missing} />;
  if (canAsk) {
    return <p>The ID token does not carry {names}. userInfo may: call it.</p>;
  }
  return <p>Did not bring {names}: the user may have no value, or the provider does not let this client read it.</p>;
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <>
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && ', '}
          <Code>{name}</Code>
        </span>
      ))}
    </>
  );
}
