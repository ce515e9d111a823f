import { useState } from 'preact/hooks';
import type { Capture } from '../../../src/protocol/records.ts';
import { useHost } from '../../parts/host-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { withPin } from '../../state/history/pin.ts';

type Props = { capture: Pick<Capture, 'id' | 'pinned'>; isPrivate: boolean };

/** Keeps a capture for as long as the browser runs, or lets it go in its time again. */
export function PinButton({ capture: { id, pinned }, isPrivate }: Props) {
  const host = useHost();
  const [failed, setFailed] = useState('');
  const toggle = async () => {
    const list = isPrivate ? host.privateCaptures : host.captures;
    setFailed('');
    await list
      .update((all) => withPin(all, id, !pinned))
      .catch(() => setFailed(`Not ${pinned ? 'unpinned' : 'pinned'}: the browser’s memory did not take it.`));
  };
  return (
    <>
      <output class="say">{failed}</output>
      <button type="button" class="btn" aria-pressed={pinned === true} onClick={() => void toggle()}>
        <Icon name="pin" />
        Pin
      </button>
    </>
  );
}
