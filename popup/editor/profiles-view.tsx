import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Profile } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { wantedProfile } from '../state/profile/profile-route.ts';
import { hashOf } from '../state/route.ts';
import { ManagedProfile } from './managed-profile.tsx';
import { ProfileEditor, titleId } from './profile-editor.tsx';
import { ProfileList } from './profile-list.tsx';
import { useManaged } from './use-managed.ts';

type Props = {
  host: Host;
  profiles: Profile[];
  /** Undefined when the person wants to leave the profiles. */
  route: string | undefined;
  navigate(path: string): void;
  onDirty(isDirty: boolean): void;
};

/** The page "Profiles": the list of them, and the editor of the profile that the route names. Edits that are not saved hold it until asked. */
export function ProfilesView({ host, profiles, route, navigate, onDirty }: Props) {
  const activeId = useActiveId(host);
  const managed = useManaged(host);
  const freshId = useFreshId(host, route, profiles);
  const wanted = route === undefined ? undefined : wantedProfile(route, profiles, activeId, freshId.current);
  const [shown, setShown] = useState(wanted);
  const [isDirty, setDirty] = useState(false);
  /** The copy that was just made, until its title has the focus. */
  const [copyId, setCopy] = useState<string>();
  const isElsewhere = route === undefined || (wanted !== undefined && shown !== wanted);
  const isHeld = isDirty && shown !== undefined && isElsewhere;
  const current = isHeld ? shown : wanted;
  useEffect(() => setShown(current), [current]);
  useLayoutEffect(() => onDirty(isDirty), [isDirty, onDirty]);

  const profile = profiles.find(({ id }) => id === current);
  const isCopyOpen = copyId !== undefined && shown === copyId && profile !== undefined;
  useEffect(() => {
    if (!isCopyOpen) return;
    document.getElementById(titleId)?.focus();
    setCopy(undefined);
  }, [isCopyOpen]);
  const openCopy = (id: string) => {
    setCopy(id);
    navigate(hashOf({ view: 'profiles', rest: id }));
  };
  const leave = () => {
    setDirty(false);
    setShown(wanted);
  };
  const stay = () => {
    setCopy(undefined);
    // the switch of profiles has brought the other one in front already
    if (profile && wanted === activeId) void host.activeProfile.set(profile.id);
    navigate(profile ? `profiles/${encodeURIComponent(profile.id)}` : 'profiles/new');
  };
  const onDeleted = useCallback(() => {
    setDirty(false);
    freshId.current = host.newId();
    navigate('profiles');
  }, [host, navigate, freshId]);

  if (current === undefined || !managed) return null;
  if (!profile && current !== freshId.current && !isDirty) return <Gone navigate={navigate} />;
  return (
    <>
      {profiles.length > 0 && <ProfileList host={host} profiles={profiles} managed={managed} current={current} />}
      {profile && managed.has(current) ? (
        <ManagedProfile key={current} host={host} profile={profile} profiles={profiles} onDuplicated={openCopy} />
      ) : (
        <ProfileEditor
          key={current}
          host={host}
          id={current}
          profile={profile}
          others={profiles.filter(({ id }) => id !== current)}
          navigate={navigate}
          onDuplicated={openCopy}
          onDirty={setDirty}
          onDeleted={onDeleted}
        />
      )}
      {isHeld && (
        <ConfirmDialog
          heading="Leave without saving?"
          confirm="Discard changes"
          keep="Keep editing"
          onConfirm={leave}
          onClose={(isConfirmed) => !isConfirmed && stay()}
        >
          <p>What you changed in {profile?.name ?? 'the new profile'} is not saved yet.</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Gone({ navigate }: Pick<Props, 'navigate'>) {
  return (
    <div class="title">
      <h1>This profile is not there any more</h1>
      <p>It was deleted, or its address was cut short. Choose another one in the bar, or register a callback.</p>
      <div class="row">
        <button type="button" class="btn primary" onClick={() => navigate('profiles/new')}>
          Register a callback
        </button>
      </div>
    </div>
  );
}

function useActiveId(host: Host): string | undefined {
  const [activeId, setActiveId] = useState<string>();
  useEffect(() => {
    const left = new AbortController();
    const read = async () => {
      const id = await host.activeProfile.get();
      if (!left.signal.aborted) setActiveId(id);
    };
    host.activeProfile.onChanged(read, left.signal);
    void read();
    return () => left.abort();
  }, [host]);
  return activeId;
}

/** The id of the profile to be made. It outlives saving, so that the form stays; coming to "new" again makes another. */
function useFreshId(host: Host, route: string | undefined, profiles: Profile[]) {
  const id = useRef('');
  const before = useRef('');
  const isAgain = route === 'new' && before.current !== 'new' && profiles.some((profile) => profile.id === id.current);
  if (id.current === '' || isAgain) id.current = host.newId();
  if (route !== undefined) before.current = route;
  return id;
}
