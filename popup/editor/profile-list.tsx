import { useState } from 'preact/hooks';
import type { Profile } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import { Icon } from '../parts/icon.tsx';
import { Text } from '../parts/text.tsx';
import { moveProfile } from '../state/profile/profile-list.ts';
import { profileLine } from '../state/provider-words.ts';
import { hashOf } from '../state/route.ts';
import { safeText } from '../state/safe-text.ts';

type Props = {
  host: Host;
  profiles: Profile[];
  managed: ReadonlySet<string>;
  /** The profile in the editor. */
  current: string;
};

/** Every profile, in the order in which they are offered everywhere; the person's own can be moved. */
export function ProfileList({ host, profiles, managed, current }: Props) {
  const [said, setSaid] = useState('');
  const own = profiles.filter(({ id }) => !managed.has(id));
  const move = async (profile: Profile, by: -1 | 1) => {
    await moveProfile(host, profile.id, by);
    setSaid(`${safeText(profile.name)} moved ${by < 0 ? 'up' : 'down'}`);
  };
  return (
    <nav aria-label="Profiles">
      <details open={profiles.length > 1}>
        <summary>
          <b>Profiles</b> <span class="n">{profiles.length}</span>
          <Icon name="down" class="caret" />
        </summary>
        <ul class="checks ruled">
          {profiles.map((profile) => {
            const isManaged = managed.has(profile.id);
            const isCurrent = profile.id === current;
            return (
              <li key={profile.id}>
                <Icon name={isManaged ? 'lock' : 'user'} />
                <a
                  class="cut"
                  href={hashOf({ view: 'profiles', rest: profile.id })}
                  aria-current={isCurrent ? 'page' : undefined}
                >
                  {isCurrent ? (
                    <b>
                      <Text>{profile.name}</Text>
                    </b>
                  ) : (
                    <Text>{profile.name}</Text>
                  )}
                </a>
                {!isManaged && own.length > 1 && (
                  <div>
                    <MoveButton profile={profile} by={-1} isLast={own[0] === profile} onMove={move} />
                    <MoveButton profile={profile} by={1} isLast={own.at(-1) === profile} onMove={move} />
                  </div>
                )}
                <p>
                  {profileLine(profile)}
                  {isManaged && '. From your organisation'}
                </p>
              </li>
            );
          })}
        </ul>
        <p class="aside ruled">
          <a href={hashOf({ view: 'profiles', rest: 'new' })}>Register a callback</a>
        </p>
      </details>
      <output class="sr-only">{said}</output>
    </nav>
  );
}

type MoveProps = {
  profile: Profile;
  by: -1 | 1;
  /** Whether it is at that end already. */
  isLast: boolean;
  onMove: (profile: Profile, by: -1 | 1) => Promise<void>;
};

/** It stays focusable at the end of the list, so that the focus is not lost on the way there. */
function MoveButton({ profile, by, isLast, onMove }: MoveProps) {
  const word = by < 0 ? 'Up' : 'Down';
  return (
    <button
      type="button"
      class="btn small"
      aria-label={`Move ${safeText(profile.name)} ${word.toLowerCase()}`}
      aria-disabled={isLast || undefined}
      onClick={() => !isLast && void onMove(profile, by)}
    >
      {word}
    </button>
  );
}
