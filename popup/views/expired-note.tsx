import type { Capture, Profile, TokenName } from '../../src/protocol/records.ts';
import { Note } from '../parts/note.tsx';
import { useRead } from '../parts/world-context.ts';
import { expiredWords } from '../state/expired-words.ts';
import { isExpired, type Lifetime } from '../state/lifetime.ts';
import { clockTime } from '../state/time-words.ts';

type Props = { capture: Capture; life: Lifetime; shown: TokenName; profile: Profile | undefined; now: number };

/** That the token in front is over, and what that means. */
export function ExpiredNote({ capture, life, shown, profile, now }: Props) {
  const world = useRead();
  if (life.kind !== 'runs' || !isExpired(life)) return null;
  const [first, ...rest] = expiredWords(capture, profile, shown, world);
  return (
    <div class="inset">
      <Note
        tone="fail"
        icon="clock"
        role="status"
        heading={`E${life.words.slice(1)}, at ${clockTime(life.expiresAt, now)}`}
      >
        <p>
          {shown === 'access_token' && (
            <>
              Your API and userInfo will answer <code>401</code>.{' '}
            </>
          )}
          {first}
        </p>
        {rest.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Note>
    </div>
  );
}
