import type { Capture, Profile, TokenName } from '../../../src/protocol/records.ts';
import { tokenNames } from '../../../src/protocol/records.ts';
import { FirstIcon } from '../../parts/first-icon.tsx';
import { useSingleKeys } from '../../parts/use-single-keys.ts';
import { type Lifetime, lifetimeOf } from '../../state/token/lifetime.ts';
import { tokenTitle } from '../../state/token/token-names.ts';

type Props = {
  capture: Capture;
  profile: Profile | undefined;
  shown: TokenName;
  now: number;
  onShow: (name: TokenName) => void;
};

const tabId: Record<TokenName, string> = {
  id_token: 'tab-id',
  access_token: 'tab-access',
  refresh_token: 'tab-refresh',
};

export function TokenTabs({ capture, profile, shown, now, onShow }: Props) {
  const keyOf = useSingleKeys();
  const move = (event: KeyboardEvent) => {
    const at = tokenNames.indexOf(shown);
    const next = { ArrowRight: at + 1, ArrowLeft: at + 2, Home: 0, End: 2 }[event.key];
    const name = next === undefined ? undefined : tokenNames[next % 3];
    if (!name) return;
    event.preventDefault();
    onShow(name);
    document.getElementById(tabId[name])?.focus();
  };
  return (
    <div class="tokens" role="tablist" aria-label="Tokens" onKeyDown={move}>
      {tokenNames.map((name, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabId[name]}
          aria-selected={name === shown}
          aria-controls="token"
          aria-keyshortcuts={keyOf(String(index + 1))}
          tabIndex={name === shown ? 0 : -1}
          onClick={() => onShow(name)}
        >
          <b>{tokenTitle[name]}</b>
          <Life life={lifetimeOf(capture, profile, name, now)} />
        </button>
      ))}
    </div>
  );
}

export function tabOf(name: TokenName): string {
  return tabId[name];
}

function Life({ life }: { life: Lifetime }) {
  if (life.kind !== 'runs') {
    return (
      <>
        <span class="no-life" />
        <small data-tone={life.kind === 'revoked' ? 'fail' : undefined}>{life.words}</small>
      </>
    );
  }
  const { total, left, tone, words } = life;
  return (
    <>
      <meter min={0} max={total} low={1} high={Math.min(600, total)} optimum={total} value={left} aria-hidden="true" />
      <small data-tone={tone}>
        {tone && <FirstIcon name={tone === 'fail' ? 'fail' : 'clock'} />}
        {words}
      </small>
    </>
  );
}
