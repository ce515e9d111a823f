import { useLayoutEffect, useRef } from 'preact/hooks';
import { useHost } from '../parts/host-context.ts';
import { Icon } from '../parts/icon.tsx';
import { useSingleKeys } from '../parts/use-single-keys.ts';
import { useWidth } from '../parts/width-context.ts';
import { otherKeyWords, type ShortcutWords, singleKeyWords } from '../state/shortcuts.ts';

/** The keys and what they do. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const host = useHost();
  const dialog = useRef<HTMLDialogElement>(null);
  const hasKeys = useSingleKeys()('?') !== undefined;
  const isPage = useWidth() === 'page';
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const toSettings = () => {
    dialog.current?.close();
    host.openPage('page.html#settings');
  };
  return (
    <dialog ref={dialog} aria-labelledby="shortcuts-h" onClose={onClose}>
      <div class="head">
        <h2 id="shortcuts-h">Keyboard shortcuts</h2>
        <button
          type="button"
          class="btn quiet small icon end"
          aria-label="Close"
          onClick={() => dialog.current?.close()}
        >
          <Icon name="x" />
        </button>
      </div>
      <dl class="keys">
        {hasKeys && singleKeyWords(isPage).map((words) => <Row key={words.does} words={words} />)}
        {otherKeyWords.map((words) => (
          <Row key={words.does} words={words} />
        ))}
      </dl>
      <p class="say">
        {hasKeys
          ? 'Single keys act while no field has the focus. Settings can switch them off.'
          : 'Single keys are switched off in Settings, so nothing is pressed by a letter, a number or a sign.'}
      </p>
      <div class="row answers">
        <button type="button" class="btn" onClick={toSettings}>
          Open Settings
        </button>
      </div>
    </dialog>
  );
}

function Row({ words: { keys, does } }: { words: ShortcutWords }) {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </>
  );
}
