import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { Code } from '../../parts/text.tsx';
import type { TrustState } from '../../state/settings/trust-grants.ts';

type Props = {
  name: string;
  /** The same in the name of a button. */
  what: string;
  state: TrustState;
  /** Both are called straight from a click. */
  onGiveBack: () => void;
  onAllow: () => void;
  children: ComponentChildren;
};

/** Where a permission or site stands on the page. */
export function grantId(what: string): string {
  return `grant-${what}`;
}

/** One permission or site: how it stands, why, and what can be done about it. */
export function GrantRow({ name, what, state, onGiveBack, onAllow, children }: Props) {
  const { word, tone, icon } = looks[state];
  return (
    <li data-tone={tone} id={grantId(what)}>
      <Icon name={icon} />
      <Code>{name}</Code>
      <span class="verdict">{word}</span>
      <p>{children}</p>
      {(state === 'granted' || state === 'unneeded') && (
        <div class="row">
          <button type="button" class="btn small" onClick={onGiveBack}>
            Give back {what}
          </button>
        </div>
      )}
      {(state === 'taken_back' || state === 'missing') && (
        <div class="row">
          <button type="button" class="btn small" onClick={onAllow}>
            Allow {what}
            {state === 'taken_back' && ' again'}
          </button>
        </div>
      )}
    </li>
  );
}

const looks: Record<TrustState, { word: string; tone: 'pass' | 'skip' | 'warn'; icon: IconName }> = {
  granted: { word: 'Granted', tone: 'pass', icon: 'pass' },
  covered: { word: 'Granted', tone: 'pass', icon: 'pass' },
  required: { word: 'From the installation', tone: 'pass', icon: 'pass' },
  unneeded: { word: 'Granted, not needed', tone: 'warn', icon: 'warn' },
  will_ask: { word: 'Will ask', tone: 'skip', icon: 'info' },
  missing: { word: 'Not granted', tone: 'warn', icon: 'warn' },
  taken_back: { word: 'Taken back', tone: 'warn', icon: 'warn' },
};
