import type { Capture, Profile, TokenName } from '../../../src/protocol/records.ts';
import { Note } from '../../parts/note.tsx';
import { useRead } from '../../parts/world-context.ts';
import { clockTime } from '../../state/time-words.ts';
import { expiredWords } from '../../state/token/expired-words.ts';
import { isOver, type Lifetime } from '../../state/token/lifetime.ts';

type Props = { capture: Capture; life: Lifetime; shown: TokenName; profile: Profile | undefined; now: number };

/** That the token in front is over, and what that means. */
export function ExpiredNote({ capture, life, shown, profile, now }: Props) {
  const world = useRead();
  // of a refresh token its own section says so
  if (!isOver(life) || (life.kind === 'revoked' && shown === 'refresh_token')) return null;
  const [first, ...rest] = expiredWords(capture, profile, shown, { ...world, now });
  return (
    <div class="inset">
      <Note
        tone="fail"
        icon={life.kind === 'revoked' ? 'x' : 'clock'}
        role="status"
        heading={<Heading life={life} now={now} />}
      >
        <p>
          {shown === 'access_token' && (
            <>
              {life.kind === 'revoked'
                ? 'userInfo, and an API that asks the provider, will answer '
                : 'Your API and userInfo will answer '}
              <code>401</code>
              {life.kind === 'revoked' && '; one that checks the signature alone takes it until it expires'}.{' '}
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

/** How long ago is seen and not heard: it counts on, and a countdown is never read out. */
function Heading({ life, now }: Pick<Props, 'life' | 'now'>) {
  if (life.kind === 'revoked') return <>Revoked at {clockTime(life.at, now)}</>;
  if (life.kind !== 'runs') return null;
  return (
    <>
      <span aria-hidden="true">
        E{life.words.slice(1)}, at {clockTime(life.expiresAt, now)}
      </span>
      <span class="sr-only">Expired at {clockTime(life.expiresAt, now)}</span>
    </>
  );
}
