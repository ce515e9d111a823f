import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { Icon } from '../../parts/icon.tsx';
import { useSentMessages } from '../../parts/use-messages.ts';
import { KeptLine } from '../capture/kept-line.tsx';
import { ForgetDialog } from '../forget-dialog.tsx';

type Props = {
  capture: Capture;
  /** Every capture of the profile, all of which “Forget now” takes away. */
  own: readonly Capture[];
  profile: Profile;
  isPrivate: boolean;
};

/** Where the captures are and until when, and the way to have them gone. */
export function PopupFoot({ capture, own, profile, isPrivate }: Props) {
  const messages = useSentMessages();
  const [isAsking, setAsking] = useState(false);
  const foot = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const own = foot.current;
    // it goes with what was forgotten
    return () => {
      if (own?.contains(document.activeElement)) document.querySelector<HTMLElement>('.bar .btn')?.focus();
    };
  }, []);
  return (
    <footer class="foot" ref={foot}>
      <Icon name="lock" />
      <KeptLine capture={capture} isPrivate={isPrivate} />
      <button type="button" class="btn quiet small end" onClick={() => setAsking(true)}>
        Forget now
      </button>
      {isAsking && (
        <ForgetDialog
          captures={own}
          profiles={[profile]}
          onForget={(ids) => void messages.forget(ids)}
          onClose={() => setAsking(false)}
        />
      )}
    </footer>
  );
}
