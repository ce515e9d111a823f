import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

type ConfirmProps = {
  heading: string;
  confirm: string;
  /** The way out. */
  keep?: string;
  onConfirm: () => void;
  /** Told once it is closed, whichever way. */
  onClose: (isConfirmed: boolean) => void;
  children: ComponentChildren;
};

/** Asks before something is lost and names what goes. Focus starts on the way out and returns to where it was. */
export function ConfirmDialog({ heading, confirm, keep = 'Keep', onConfirm, onClose, children }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={({ currentTarget }) => onClose(currentTarget.returnValue !== '')}
    >
      <div class="head">
        <h2 id={id}>{heading}</h2>
      </div>
      {children}
      <div class="row answers">
        <button type="button" class="btn" onClick={() => dialog.current?.close()}>
          {keep}
        </button>
        <button
          type="button"
          class="btn primary"
          onClick={() => {
            dialog.current?.close('confirmed');
            onConfirm();
          }}
        >
          {confirm}
        </button>
      </div>
    </dialog>
  );
}
