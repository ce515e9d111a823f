import { useMemo } from 'preact/hooks';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { useNow } from '../../parts/host-context.ts';
import { groupByProfile } from '../../state/capture/capture-line.ts';
import { type LineOf, rememberLines } from '../../state/history/remember-lines.ts';
import { shareOf } from '../../state/history/shown-lines.ts';
import { CaptureGroup } from './capture-group.tsx';
import { GroupHeading } from './group-heading.tsx';

type Props = {
  captures: readonly Capture[];
  /** Those of them that are of private windows. */
  apart: readonly Capture[];
  profiles: readonly Profile[];
  current: string | undefined;
  query: string;
  /** Absent while a search shows some alone. */
  onForget: ((going: Going) => void) | undefined;
  onChosen: (id: string) => void;
};

export const ofPrivateWindows = 'Captures of windows that are not private stay.';

/** What is to be forgotten, and what else is to be known of it. */
export type Going = { captures: readonly Capture[]; note?: string };

/** What every group is given. `most`: how many lines each of its lists shows at first. */
export type Shared = Pick<Props, 'current' | 'query' | 'onForget' | 'onChosen'> & {
  most: number;
  now: number;
  lineOf: LineOf;
};

/** The captures by profile, those of private windows below all others. */
export function CaptureGroups({ captures, apart, profiles, ...rest }: Props) {
  const { onForget } = rest;
  const now = useNow([]);
  const lineOf = useMemo(rememberLines, []);
  const [main, ofPrivate] = useMemo(() => {
    const ids = new Set(apart.map(({ id }) => id));
    return [captures.filter(({ id }) => !ids.has(id)), captures.filter(({ id }) => ids.has(id))];
  }, [captures, apart]);
  const groups = useMemo(() => groupByProfile(main, profiles), [main, profiles]);
  const groupsApart = useMemo(() => groupByProfile(ofPrivate, profiles), [ofPrivate, profiles]);
  const lists = [...groups, ...groupsApart].flatMap(({ captures: own, framed }) => [own, framed]);
  const shared: Shared = { ...rest, now, lineOf, most: shareOf(lists.filter(({ length }) => length > 0).length) };
  return (
    <>
      {groups.map((group) => (
        <CaptureGroup key={group.id} group={group} level={3} {...shared} />
      ))}
      {ofPrivate.length > 0 && (
        <section class="ruled" aria-label="Private windows">
          <GroupHeading
            level={3}
            name="Private windows"
            label="all captures of private windows"
            count={ofPrivate.length}
            onForget={onForget && (() => onForget({ captures: ofPrivate, note: ofPrivateWindows }))}
          />
          {groupsApart.map((group) => (
            <CaptureGroup key={group.id} group={group} level={4} {...shared} />
          ))}
        </section>
      )}
    </>
  );
}
