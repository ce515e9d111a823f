import type { ComponentChildren } from 'preact';
import type { Notice } from '../../../src/store/notices.ts';
import type { Width } from '../../host.ts';
import { useHost } from '../../parts/host-context.ts';
import { Note, type Tone } from '../../parts/note.tsx';
import { Code, Text } from '../../parts/text.tsx';
import { useAllow } from '../../parts/use-allow.ts';
import type { Problem } from '../../parts/use-messages.ts';
import { activeProfile } from '../../state/capture/current.ts';
import { leftOutWords } from '../../state/profile/left-out-words.ts';
import { clockTime } from '../../state/time-words.ts';
import { type World, watching } from '../../state/world.ts';
import { LacksNote } from '../checks/lacks-note.tsx';
import { PausedNote } from './paused-note.tsx';
import { ReadOnlyNote } from './read-only-note.tsx';

type Props = { world: World; width: Width; problem: Problem | undefined };

/** What a person must know before anything else: what is not allowed, not readable or did not work. */
export function Notices({ world, width, problem }: Props) {
  const { profiles = [], activeId, canWatch, isPaused } = world;
  const isPrivate = world.where?.isPrivate ?? false;
  const notices = (isPrivate ? world.privateNotices : world.notices) ?? [];
  const { ask } = useAllow(watching, { width, path: 'page.html#captures' });
  const profile = activeId === undefined ? undefined : activeProfile(profiles, activeId);
  const counts: [what: string, count: number][] = [
    ['profile', world.unreadableProfiles ?? 0],
    ['capture', world.unreadableCaptures ?? 0],
  ];
  const unreadable = counts.filter(([, count]) => count > 0);
  return (
    <div class="notices notes">
      {problem && (
        <Note tone="fail" role="alert" heading={problem.heading}>
          <p>
            <Text>{problem.reason}</Text>
          </p>
        </Note>
      )}
      {world.isReadOnly && <ReadOnlyNote width={width} />}
      {notices.map((notice) => (
        <NoticeNote
          key={`${notice.kind} ${notice.at} ${notice.callback}`}
          notice={notice}
          isPrivate={isPrivate}
          canDismiss={isPrivate || !world.isReadOnly}
        />
      ))}
      {/* the side panel has a line for what is watched */}
      {profile && canWatch && isPaused && width !== 'panel' && <PausedNote />}
      {profile && canWatch === false && width !== 'panel' && (
        <Note tone="warn" heading="Nothing is captured until the browser allows it">
          <p>
            The browser will call this “Read your browsing history”. Claimcheck is told of registered callbacks, and of
            the pages that a sign-in from here comes through.
          </p>
          <div class="row">
            <button type="button" class="btn small" onClick={() => void ask()}>
              Allow
            </button>
          </div>
        </Note>
      )}
      {profile && canWatch && <LacksNote key={profile.id} profile={profile} width={width} where={world.where} />}
      <LeftOutNote leftOut={world.leftOutManaged} />
      {unreadable.map(([what, count]) => (
        <Note key={what} tone="warn" heading={`${count} stored ${count === 1 ? what : `${what}s`} could not be read`}>
          <p>{count === 1 ? 'It is' : 'They are'} left out; nothing is deleted.</p>
        </Note>
      ))}
    </div>
  );
}

/** What a policy got wrong is nothing that the person could mend. */
function LeftOutNote({ leftOut }: { leftOut: World['leftOutManaged'] }) {
  const words = leftOut && leftOutWords(leftOut);
  if (!words) return null;
  return (
    <Note tone="warn" heading={words.heading}>
      <p>
        <Text>{words.text}</Text>
      </p>
    </Note>
  );
}

/** `canDismiss`: one that lies on a disk which is only read stays there. */
function NoticeNote({ notice, isPrivate, canDismiss }: { notice: Notice; isPrivate: boolean; canDismiss: boolean }) {
  const host = useHost();
  const { tone, heading, text } = noticeWords(notice, host.now());
  const dismiss = () =>
    void (isPrivate ? host.privateNotices : host.notices).update((all) =>
      all.filter(({ kind, at, callback }) => kind !== notice.kind || at !== notice.at || callback !== notice.callback),
    );
  return (
    <Note tone={tone} heading={heading}>
      {text}
      {canDismiss && (
        <div class="row">
          <button type="button" class="btn small" onClick={dismiss}>
            Dismiss
          </button>
        </div>
      )}
    </Note>
  );
}

type NoticeWords = { tone: Tone; heading: string; text: ComponentChildren };

function noticeWords({ kind, at, callback, detail }: Notice, now: number): NoticeWords {
  switch (kind) {
    case 'locked':
      return {
        tone: 'skip',
        heading: `${capturesWords(detail)} forgotten`,
        text: (
          <p>
            The screen was locked at {clockTime(at, now)}, and Settings say to forget every token then. Sign in again.
          </p>
        ),
      };
    case 'session_lost':
      return {
        tone: 'warn',
        heading: `${capturesWords(detail)} gone`,
        text: (
          <p>
            Claimcheck began anew at {clockTime(at, now)}, after an update, a reload or being turned off, which empties
            its memory. Sign in again.
          </p>
        ),
      };
    case 'evicted': {
      const isOne = detail === '1';
      const some = isCount(detail) ? detail : 'Some';
      return {
        tone: 'warn',
        heading: `${some} older ${isOne ? 'capture' : 'captures'} made room`,
        text: (
          <p>
            The browser’s memory for extensions was full. The {isOne ? 'oldest that was' : 'oldest that were'} not
            pinned went.
          </p>
        ),
      };
    }
    case 'too_large':
      return {
        tone: 'fail',
        heading: 'An answer was too large to keep',
        text: (
          <>
            {detail !== undefined && (
              <p>
                <Text>{detail}</Text>
              </p>
            )}
            {callback !== '' && (
              <p>
                It came back at <Code>{callback}</Code>.
              </p>
            )}
          </>
        ),
      };
    case 'not_kept':
      if (callback === '') {
        return {
          tone: 'warn',
          heading: 'A login waits for room',
          text: (
            <p>It came back, and the browser’s memory for extensions is full. Forget older captures, and it appears.</p>
          ),
        };
      }
      return {
        tone: 'fail',
        heading: 'A login could not be kept',
        text: (
          <p>
            It came back at <Code>{callback}</Code>, and the browser’s memory for extensions was full. Forget older
            captures, then sign in again.
          </p>
        ),
      };
  }
}

function capturesWords(count: string | undefined): string {
  if (!isCount(count)) return 'Captures are';
  return count === '1' ? '1 capture is' : `${count} captures are`;
}

function isCount(detail: string | undefined): boolean {
  return detail !== undefined && /^[1-9]\d*$/.test(detail);
}
