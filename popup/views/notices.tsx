import type { Notice } from '../../src/store/notices.ts';
import { useHost } from '../parts/host-context.ts';
import { Note } from '../parts/note.tsx';
import { Code, Text } from '../parts/text.tsx';
import type { Problem } from '../parts/use-messages.ts';
import { type World, watching } from '../state/world.ts';

type Props = { world: World; width: 'popup' | 'page'; problem: Problem | undefined };

/** What a person must know before anything else: what is not allowed, not readable or did not work. */
export function Notices({ world, width, problem }: Props) {
  const host = useHost();
  const hasProfiles = (world.profiles?.length ?? 0) > 0;
  const isBlocked = hasProfiles && world.canWatch === false;
  const counts: [what: string, count: number][] = [
    ['profile', world.unreadableProfiles ?? 0],
    ['capture', world.unreadableCaptures ?? 0],
  ];
  const unreadable = counts.filter(([, count]) => count > 0);
  const { notices = [] } = world;
  if (!isBlocked && unreadable.length === 0 && notices.length === 0 && !problem) return null;
  const allow = () => {
    // A prompt closes the popup, so the popup leaves the question to the page.
    if (width === 'popup') host.openPage('page.html#captures');
    else void host.permissions.request(watching);
  };
  return (
    <div class="notices notes">
      {problem && (
        <Note tone="fail" role="alert" heading={problem.heading}>
          <p>
            <Text>{problem.reason}</Text>
          </p>
        </Note>
      )}
      {notices.map((notice) => (
        <NotKept key={`${notice.at} ${notice.callback}`} notice={notice} />
      ))}
      {isBlocked && (
        <Note tone="warn" heading="Nothing is captured until the browser allows it">
          <p>
            The browser will call this “Read your browsing history”. Claimcheck is told only of addresses that equal a
            registered callback.
          </p>
          <div class="row">
            <button type="button" class="btn small" onClick={allow}>
              Allow
            </button>
          </div>
        </Note>
      )}
      {unreadable.map(([what, count]) => (
        <Note key={what} tone="warn" heading={`${count} stored ${count === 1 ? what : `${what}s`} could not be read`}>
          <p>{count === 1 ? 'It is' : 'They are'} set aside, nothing is deleted.</p>
        </Note>
      ))}
    </div>
  );
}

/** The one kind there is: a login came back while the browser's memory for extensions was full. */
function NotKept({ notice }: { notice: Notice }) {
  const host = useHost();
  const dismiss = () =>
    void host.notices.update((all) =>
      all.filter(({ at, callback }) => at !== notice.at || callback !== notice.callback),
    );
  return (
    <Note
      tone={notice.callback === '' ? 'warn' : 'fail'}
      heading={notice.callback === '' ? 'A login waits for room' : 'A login could not be kept'}
    >
      {notice.callback === '' ? (
        <p>It came back, and the browser’s memory for extensions is full. Forget older captures, and it appears.</p>
      ) : (
        <p>
          It came back at <Code>{notice.callback}</Code>, and the browser’s memory for extensions was full. Forget older
          captures, then sign in again.
        </p>
      )}
      <div class="row">
        <button type="button" class="btn small" onClick={dismiss}>
          Dismiss
        </button>
      </div>
    </Note>
  );
}
