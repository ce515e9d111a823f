import { useLayoutEffect, useState } from 'preact/hooks';
import type { Capture, Profile, TokenName } from '../../../src/protocol/records.ts';
import type { Width } from '../../host.ts';
import { useHost, useNow } from '../../parts/host-context.ts';
import { useKeptFocus } from '../../parts/use-kept-focus.ts';
import { capturedMoments } from '../../state/claims/moments.ts';
import { firstTab, isOver, lifetimeOf } from '../../state/token/lifetime.ts';
// its file of code is asked for at once, though what shows the claims stands in another
import '../claims/claims-later.ts';
import { CaptureBody } from '../later.ts';
import { Stub } from './stub.tsx';
import { TokenTabs } from './token-tabs.tsx';

type Props = {
  capture: Capture;
  profile: Profile | undefined;
  /** Whether it is of a private window. */
  isPrivate: boolean;
  width: Width;
  onSignIn: () => void;
  /** Told whether a fresh token is the next step here, so that the bar's button steps back. */
  onExpired: (isExpired: boolean) => void;
};

/** One capture with tokens: stub and tabs at once, and what is below them right after. */
export function CaptureView({ capture, profile, isPrivate, width, onSignIn, onExpired }: Props) {
  const host = useHost();
  const now = useNow(capturedMoments(capture));
  const [shown, show] = useState<TokenName>(() => firstTab(capture, profile, host.now()));
  // a key shows another token wherever the focus is
  useKeptFocus(shown);
  const life = lifetimeOf(capture, profile, shown, now);
  const isLate = isOver(life) && profile !== undefined;
  useLayoutEffect(() => onExpired(isLate), [isLate, onExpired]);
  return (
    <>
      <Stub capture={capture} now={now} isNarrow={width !== 'page'} />
      <TokenTabs capture={capture} profile={profile} shown={shown} now={now} onShow={show} />
      <CaptureBody
        capture={capture}
        profile={profile}
        isPrivate={isPrivate}
        width={width}
        shown={shown}
        life={life}
        now={now}
        onSignIn={onSignIn}
      />
    </>
  );
}
