import { useState } from 'preact/hooks';
import { holdsMark } from '../../../src/protocol/imported.ts';
import type { TokenName } from '../../../src/protocol/records.ts';
import type { DecodedToken } from '../../../src/protocol/token.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useWidth } from '../../parts/width-context.ts';
import { overWord } from '../../state/token/late-words.ts';
import type { Lifetime } from '../../state/token/lifetime.ts';
import { rawParts } from '../../state/token/raw-parts.ts';
import { tokenNoun, tokenTitle } from '../../state/token/token-names.ts';

type Props = { token: string; name: TokenName; decoded: DecodedToken; life: Lifetime };

/** The token as it came, in its parts, folded in the side panel. What makes it usable stays hidden until it is asked for. */
export function RawToken({ token, name, decoded, life }: Props) {
  const width = useWidth();
  const [isShown, setShown] = useState(false);
  const parts = rawParts(token, decoded);
  const over = overWord(life);
  const hidden = parts.find(({ isSecret }) => isSecret);
  const length = `${token.length.toLocaleString('en')} characters`;
  const tools = (
    <>
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
    </>
  );
  const content = (
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
  );
  if (width !== 'panel') {
    return (
      <section aria-labelledby="raw-h">
        <div class="head">
          <h2 id="raw-h">Raw token</h2>
          <span class="n">{length}</span>
          {tools}
        </div>
        {content}
      </section>
    );
  }
  return (
    <details>
      <summary>
        <h2>Raw token</h2>
        <span class="n cut">
          {length}
          {hidden && `, ${hidden.what} ${isShown ? 'shown' : 'hidden'}`}
        </span>
        <Icon name="down" class="caret" />
      </summary>
      <div class="row folded">{tools}</div>
      {content}
    </details>
  );
}
