import { useState } from 'preact/hooks';
import { holdsMark } from '../../../src/protocol/imported.ts';
import type { TokenName } from '../../../src/protocol/records.ts';
import type { DecodedToken } from '../../../src/protocol/token.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { overWord } from '../../state/token/late-words.ts';
import type { Lifetime } from '../../state/token/lifetime.ts';
import { rawParts } from '../../state/token/raw-parts.ts';
import { tokenNoun, tokenTitle } from '../../state/token/token-names.ts';

type Props = { token: string; name: TokenName; decoded: DecodedToken; life: Lifetime };

/** The token as it came, in its parts. What makes it usable stays hidden until it is asked for. */
export function RawToken({ token, name, decoded, life }: Props) {
  const [isShown, setShown] = useState(false);
  const parts = rawParts(token, decoded);
  const over = overWord(life);
  const hidden = parts.find(({ isSecret }) => isSecret);
  return (
    <section aria-labelledby="raw-h">
      <div class="head">
        <h2 id="raw-h">Raw token</h2>
        <span class="n">{token.length.toLocaleString('en')} characters</span>
        {hidden && (
          <button type="button" class="btn quiet small end" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            <Icon name="eye" />
            Show {hidden.what}
          </button>
        )}
        {!holdsMark(token) && (
          <CopyButton
            class={`btn quiet small icon ${hidden ? '' : 'end'}`}
            text={() => token}
            isSecret
            what={tokenTitle[name]}
            label={`Copy the ${over ? `${over} ` : ''}${tokenNoun[name]}`}
          />
        )}
      </div>
      <div class="pad">
        <dl class="parts">
          {parts.map(({ part, title, words }) => (
            <div key={title}>
              <dt data-part={part}>{title}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        {hidden && (
          <p class="raw">
            {parts.map(({ part, title, text, isSecret, what, joint = '.' }, index) => (
              <span key={title}>
                {index > 0 && <i>{joint}</i>}
                {isSecret && !isShown ? (
                  <span data-part={part} role="img" aria-label={`${what} hidden`}>
                    {'•'.repeat(40)}
                  </span>
                ) : (
                  <span data-part={part}>{text}</span>
                )}
              </span>
            ))}
          </p>
        )}
      </div>
    </section>
  );
}
