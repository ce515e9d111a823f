import { useCallback, useState } from 'preact/hooks';
import { useHost } from '../parts/host-context.ts';
import { MessagesContext, useMessages } from '../parts/use-messages.ts';
import { activeProfile, newestCapture } from '../state/capture/current.ts';
import { emptyWords, shownCaptures } from '../state/capture/shown-captures.ts';
import type { World } from '../state/world.ts';
import { PopupBar } from './bar/popup-bar.tsx';
import { CaptureView } from './capture/capture-view.tsx';
import {
  CaptureStatus,
  ErrorView,
  FirstRun,
  FreshLine,
  InFrames,
  Notices,
  PanelCaptures,
  PopupFoot,
  SigningInLine,
  SilentAttemptLine,
  ToldLine,
  WatchLine,
} from './later.ts';

/** Popup and side panel: the profile in front and its newest capture, in one column. */
export function PopupView({ world, width }: { world: World; width: 'popup' | 'panel' }) {
  const host = useHost();
  const messages = useMessages(world.where);
  const [isLate, setLate] = useState(false);
  const [chosenId, choose] = useState<string>();
  const onExpired = useCallback(setLate, []);
  const { profiles, activeId } = world;
  const isPrivate = world.where?.isPrivate === true;
  const captures = shownCaptures(world);
  if (!profiles || activeId === undefined) return null;
  const profile = activeProfile(profiles, activeId);
  const own = profile && captures?.filter(({ profileId }) => profileId === profile.id);
  const capture = own && (own.find(({ id }) => width === 'panel' && id === chosenId) ?? newestCapture(own));
  const framed = own?.filter((other) => other.frame === 'sub' && other !== capture) ?? [];
  const signIn = () => void messages.signIn(profile);
  const hasTabs = capture !== undefined && !capture.error;
  return (
    <MessagesContext value={messages}>
      <PopupBar
        profiles={profiles}
        active={profile}
        captureId={capture?.id}
        isNext={!(hasTabs && isLate)}
        isStarting={messages.isStarting}
        onSignIn={signIn}
      />
      {profile && <SigningInLine profile={profile} captures={captures ?? []} />}
      {profile && <FreshLine profile={profile} />}
      <ToldLine words={messages.told} />
      {profile && own && <SilentAttemptLine captures={own} profile={profile} />}
      {profile ? (
        <main>
          <Notices world={world} width={width} problem={messages.problem} />
          {width === 'panel' && <WatchLine profile={profile} />}
          {width === 'panel' && own && own.length > 0 && (
            <PanelCaptures captures={own} profile={profile} current={capture?.id} onChoose={choose} />
          )}
          <CaptureStatus captures={captures} profiles={profiles} />
          {!capture?.error && (
            <h1 class="sr-only">
              {capture ? 'Capture from' : 'Captures of'} {profile.name}
            </h1>
          )}
          {captures && !capture && (
            <div class="blank alone">
              <p>{emptyWords(world)}</p>
              <button type="button" class="btn small" onClick={() => host.openPage('page.html#paste')}>
                Paste a token
              </button>
            </div>
          )}
          {capture?.error && (
            <ErrorView key={capture.id} capture={capture} error={capture.error} profile={profile} width={width} />
          )}
          {capture && !capture.error && (
            <CaptureView
              key={capture.id}
              capture={capture}
              profile={profile}
              isPrivate={isPrivate}
              width={width}
              onSignIn={signIn}
              onExpired={onExpired}
            />
          )}
          {framed.length > 0 && <InFrames captures={framed} />}
        </main>
      ) : (
        <FirstRun world={world} />
      )}
      {capture && <PopupFoot capture={capture} own={own} profile={profile} isPrivate={isPrivate} />}
    </MessagesContext>
  );
}
