import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

type ConfirmProps = {
  heading: string;
  /** Nothing to confirm: it only tells. */
  confirm: string | undefined;
  /** The way out. */
  keep?: string;
  onConfirm: () => void;
  onClose: () => void;
  children: ComponentChildren;
};

/** Asks before something is lost and names what goes. Focus starts on the way out and returns to where it was. */
export function ConfirmDialog({ heading, confirm, keep = 'Keep', onConfirm, onClose, children }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onClose}>
      <div class="head">
        <h2 id={id}>{heading}</h2>
      </div>
      {children}
      <div class="row answers">
        <button type="button" class="btn" onClick={() => dialog.current?.close()}>
          {keep}
        </button>
        {confirm !== undefined && (
          <button
            type="button"
            class="btn primary"
            onClick={() => {
              dialog.current?.close();
              onConfirm();
            }}
          >
            {confirm}
          </button>
        )}
      </div>
    </dialog>
  );
}
