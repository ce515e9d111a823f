import { useCallback, useState } from 'preact/hooks';
import { useInFront } from '../parts/use-in-front.ts';
import { MessagesContext, useMessages } from '../parts/use-messages.ts';
import { activeProfile, newestCapture } from '../state/capture/current.ts';
import { shownCaptures } from '../state/capture/shown-captures.ts';
import { capturesSoon } from '../state/capture/soon.ts';
import type { World } from '../state/world.ts';
import { BarShell } from './bar/bar-shell.tsx';
import { PopupBar } from './bar/popup-bar.tsx';
import { CaptureView } from './capture/capture-view.tsx';
import {
  CaptureStatus,
  ErrorView,
  FirstRun,
  FreshLine,
  InFrames,
  NewerLine,
  NothingYet,
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
  const messages = useMessages(world.where);
  const [isLate, setLate] = useState(false);
  const onExpired = useCallback(setLate, []);
  const { profiles, activeId } = world;
  const isPrivate = world.where?.isPrivate === true;
  const captures = shownCaptures(world);
  const profile = profiles && activeId !== undefined ? activeProfile(profiles, activeId) : undefined;
  const soon = profile && width === 'popup' ? capturesSoon(world, profile) : undefined;
  const own = profile && (captures?.filter(({ profileId }) => profileId === profile.id) ?? soon);
  const front = useInFront(own, width);
  if (!profiles || activeId === undefined) return <BarShell />;
  const capture = own?.find(({ id }) => id === front.captureId);
  const newest = front.hasNewer && own ? newestCapture(own) : undefined;
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
            <PanelCaptures captures={own} profile={profile} current={capture?.id} onChoose={front.choose} />
          )}
          <CaptureStatus captures={captures} profiles={profiles} />
          {!capture?.error && (
            <h1 class="sr-only">
              {capture ? 'Capture from' : 'Captures of'} {profile.name}
            </h1>
          )}
          {captures && !capture && <NothingYet world={world} width={width} />}
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
        <FirstRun world={world} width={width} />
      )}
      {newest && <NewerLine capture={newest} onShow={() => front.choose(newest.id)} />}
      {profile && own && capture && <PopupFoot capture={capture} own={own} profile={profile} isPrivate={isPrivate} />}
    </MessagesContext>
  );
}
