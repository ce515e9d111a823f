import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type Props = {
  title: string;
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
  children: ComponentChildren;
};

/** A question in a dialog. Escape answers no. */
export function Confirm({ title, yes, no, onYes, onNo, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="profile-confirm-h"
      onCancel={(event) => {
        event.preventDefault();
        onNo();
      }}
    >
      <div class="head">
        <h2 id="profile-confirm-h">{title}</h2>
      </div>
      <div class="notes">
        {children}
        <div class="row">
          <button type="button" class="btn end" onClick={onNo}>
            {no}
          </button>
          <button type="button" class="btn" onClick={onYes}>
            {yes}
          </button>
        </div>
      </div>
    </dialog>
  );
}
