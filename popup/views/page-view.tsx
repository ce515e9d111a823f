import type { ComponentType } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { Profile } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import { useHost } from '../parts/host-context.ts';
import { MessagesContext, useMessages } from '../parts/use-messages.ts';
import { useRoute } from '../parts/use-route.ts';
import { activeProfile } from '../state/capture/current.ts';
import { capturesApart, selectedCapture } from '../state/capture/selected-capture.ts';
import { shownCaptures } from '../state/capture/shown-captures.ts';
import { hashOf } from '../state/route.ts';
import type { World } from '../state/world.ts';
import { PageBar } from './bar/page-bar.tsx';
import { CaptureList } from './capture-list.tsx';
import { CapturesPage } from './captures-page.tsx';
import { CompareView } from './compare/compare-view.tsx';
import { CaptureStatus, FreshLine, Notices, PasteView, SigningInLine, SilentAttemptLine, ToldLine } from './later.ts';
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
  const [isLate, setLate] = useState(false);
  const [hasEdits, setEdits] = useState(false);
  const [readId, setRead] = useState<string>();
  const onExpired = useCallback(setLate, []);
  const { profiles, activeId, where } = world;
  const captures = shownCaptures(world);
  const [route, navigate] = useRoute((profiles?.length ?? 0) > 0);
  if (!profiles || activeId === undefined) return null;
  const profile = activeProfile(profiles, activeId);
  const apart = capturesApart(world);
  // with edits that are not saved the profiles stay until they have asked
  const view = hasEdits ? 'profiles' : route.view;
  const isCaptures = view === 'captures';
  const captureId = route.view === 'captures' ? route.id : '';
  const current = isCaptures ? selectedCapture(world, captureId) : undefined;
  const own =
    isCaptures && captureId === '' ? captures?.filter(({ profileId }) => profileId === profile?.id) : undefined;
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
        <CaptureList captures={captures} apart={apart} profiles={profiles} current={current?.id} />
      )}
      <main>
        {profile && <SigningInLine profile={profile} captures={captures ?? []} />}
        {profile && <FreshLine profile={profile} />}
        <ToldLine words={messages.told} />
        {profile && own && <SilentAttemptLine captures={own} profile={profile} />}
        <Notices world={world} width="page" problem={messages.problem} />
        <CaptureStatus captures={captures} profiles={profiles} />
        {view === 'paste' && (
          <PasteView
            profiles={profiles}
            active={profile}
            isPrivate={where?.isPrivate === true}
            onRead={(id) => {
              setRead(id);
              navigate(hashOf({ view: 'captures', id }));
            }}
          />
        )}
        {view === 'captures' && (
          <CapturesPage
            world={world}
            captureId={captureId}
            focusId={readId}
            onFocused={() => setRead(undefined)}
            onSignIn={(owner) => void messages.signIn(owner)}
            onForget={(ids) => void messages.forget(ids)}
            onExpired={onExpired}
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
      </main>
    </MessagesContext>
  );
}
