// as in later-parts.ts
import '../app.tsx';
import type { ComponentType } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { Profile } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import { useHost } from '../parts/host-context.ts';
import { useInFront } from '../parts/use-in-front.ts';
import { useLanding } from '../parts/use-landing.ts';
import { MessagesContext, useMessages } from '../parts/use-messages.ts';
import { useRoute } from '../parts/use-route.ts';
import { activeProfile, newestCapture } from '../state/capture/current.ts';
import { capturesApart, selectedCapture } from '../state/capture/selected-capture.ts';
import { shownCaptures } from '../state/capture/shown-captures.ts';
import { hashOf } from '../state/route.ts';
import type { World } from '../state/world.ts';
import { PageBar } from './bar/page-bar.tsx';
import { CapturesPage } from './captures-page.tsx';
import { CompareView } from './compare/compare-view.tsx';
import { CaptureList } from './history/capture-list.tsx';
import { useForgetting } from './history/use-forgetting.ts';
import {
  CaptureStatus,
  FreshLine,
  NewerLine,
  Notices,
  PasteView,
  SigningInLine,
  SilentAttemptLine,
  ToldLine,
} from './later.ts';
import { SettingsView } from './settings/settings-view.tsx';

/** What edits the profiles. It comes in from the entry of the full page, so that the popup does not load it. */
export type ProfilesView = ComponentType<{
  host: Host;
  profiles: Profile[];
  /** The part of the route after `profiles/`; undefined when the person wants to leave the profiles. */
  route: string | undefined;
  navigate: (path: string) => void;
  /** Told whether there are edits that are not saved: with them the view must stay until it has asked. */
  onDirty: (isDirty: boolean) => void;
}>;

export function PageView({ world, Profiles }: { world: World; Profiles: ProfilesView | undefined }) {
  const host = useHost();
  const messages = useMessages(world.where);
  const forgetting = useForgetting(messages);
  const [isLate, setLate] = useState(false);
  const [hasEdits, setEdits] = useState(false);
  const [readId, setRead] = useState<string>();
  const onExpired = useCallback(setLate, []);
  const { profiles, activeId, where } = world;
  const captures = shownCaptures(world);
  const front = useInFront(captures, 'page');
  const [route, navigate] = useRoute();
  useLanding(route.view);
  if (!profiles || activeId === undefined) return null;
  const profile = activeProfile(profiles, activeId);
  const apart = capturesApart(world);
  // with edits that are not saved the profiles stay until they have asked
  const view = hasEdits ? 'profiles' : route.view;
  const isCaptures = view === 'captures';
  const captureId = route.view === 'captures' ? route.id : '';
  const frontId = captureId || (front.captureId ?? '');
  const current = isCaptures ? selectedCapture(world, frontId) : undefined;
  const newest = isCaptures && captureId === '' && front.hasNewer && captures ? newestCapture(captures) : undefined;
  const own =
    isCaptures && captureId === '' ? captures?.filter(({ profileId }) => profileId === profile?.id) : undefined;
  const showRead = (id: string) => {
    setRead(id);
    navigate(hashOf({ view: 'captures', id }));
  };
  const forget = (ids: string[]) => void forgetting.forget(ids, { world, current, onNext: showRead });
  return (
    <MessagesContext value={messages}>
      <PageBar
        profiles={profiles}
        active={profile}
        view={view}
        isNext={isCaptures && !(current && !current.error && isLate)}
        isStarting={messages.isStarting}
        onSignIn={() => void messages.signIn(profile)}
        onChoose={(id) => view === 'profiles' && navigate(hashOf({ view: 'profiles', rest: id }))}
        onRegister={() => navigate('#profiles/new')}
      />
      {isCaptures && captures && captures.length + apart.length > 0 && (
        <CaptureList
          captures={captures}
          apart={apart}
          profiles={profiles}
          current={current?.id}
          onForget={forget}
          onChosen={showRead}
        />
      )}
      <main>
        {profile && <SigningInLine profile={profile} captures={captures ?? []} />}
        {profile && <FreshLine profile={profile} />}
        <ToldLine words={messages.told} />
        {profile && own && <SilentAttemptLine captures={own} profile={profile} />}
        <Notices world={world} width="page" problem={messages.problem} />
        <CaptureStatus captures={captures} profiles={profiles} />
        <p class="sr-only" role="status">
          {forgetting.said}
        </p>
        {view === 'paste' && (
          <PasteView profiles={profiles} active={profile} isPrivate={where?.isPrivate === true} onRead={showRead} />
        )}
        {view === 'captures' && (
          <CapturesPage
            world={world}
            captureId={frontId}
            focusId={readId}
            onFocused={() => setRead(undefined)}
            onSignIn={(owner) => void messages.signIn(owner)}
            onForget={forget}
            onExpired={onExpired}
            onMinted={showRead}
          />
        )}
        {route.view === 'compare' && !hasEdits && (
          <CompareView world={world} a={route.a} b={route.b} navigate={navigate} />
        )}
        {view === 'settings' && <SettingsView world={world} />}
        {view === 'profiles' && Profiles && (
          <Profiles
            host={host}
            profiles={profiles}
            route={route.view === 'profiles' ? route.rest : undefined}
            navigate={navigate}
            onDirty={setEdits}
          />
        )}
        {newest && <NewerLine capture={newest} onShow={() => front.choose(newest.id)} />}
      </main>
    </MessagesContext>
  );
}
