import { useEffect, useRef, useState } from 'preact/hooks';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { linesAtATime, shownLines } from '../../state/history/shown-lines.ts';
import type { Shared } from './capture-groups.tsx';
import { CaptureLink } from './capture-link.tsx';

type Props = Omit<Shared, 'onForget'> & { captures: readonly Capture[]; profile: Profile | undefined };

/** The lines of a list: not all at once of a long one, but the one that is open always. */
export function CaptureLines({ captures, profile, current, query, most, now, lineOf, onChosen }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [asked, ask] = useState({ query, more: 0 });
  const more = asked.query === query ? asked.more : 0;
  const { shown, left } = shownLines(captures, most + more, current);
  useEffect(() => {
    // the button may be gone: the first of what it brought takes its focus
    if (more > 0) list.current?.querySelectorAll('a')[most + more - linesAtATime]?.focus();
  }, [more]);
  if (captures.length === 0) return null;
  return (
    <>
      <ul ref={list}>
        {shown.map((capture) => (
          <CaptureLink
            key={capture.id}
            capture={capture}
            line={lineOf(capture, profile, now)}
            now={now}
            isCurrent={capture.id === current}
            onChosen={onChosen}
          />
        ))}
      </ul>
      {left > 0 && (
        <p class="pad">
          <button type="button" class="btn small" onClick={() => ask({ query, more: more + linesAtATime })}>
            Show {Math.min(linesAtATime, left)} more
            <span class="sr-only"> of {left.toLocaleString('en')} that are not shown</span>
          </button>
        </p>
      )}
    </>
  );
}
