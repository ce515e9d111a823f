import type { CaptureGroup as Group } from '../../state/capture/capture-line.ts';
import { ofPrivateWindows, type Shared } from './capture-groups.tsx';
import { CaptureLines } from './capture-lines.tsx';
import { GroupHeading } from './group-heading.tsx';

/** The captures of one profile: those of pages, then those whose answer came in a frame of one. */
export function CaptureGroup({ group, level, onForget, ...shared }: Shared & { group: Group; level: 3 | 4 }) {
  const { name, profile, captures, framed } = group;
  const isApart = level === 4;
  const note = isApart ? { note: ofPrivateWindows } : {};
  return (
    <section aria-label={isApart ? `${name}, private windows` : name}>
      <GroupHeading
        level={level}
        name={name}
        label={`all captures of ${name}${isApart ? ' in private windows' : ''}`}
        count={captures.length}
        onForget={onForget && (() => onForget({ captures: [...captures, ...framed], ...note }))}
      />
      <CaptureLines captures={captures} profile={profile} {...shared} />
      {framed.length > 0 && (
        <>
          <GroupHeading level={level === 3 ? 4 : 5} name="In a frame" count={framed.length} />
          <CaptureLines captures={framed} profile={profile} {...shared} />
        </>
      )}
    </section>
  );
}
