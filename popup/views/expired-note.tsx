import type { Profile, TokenName } from '../../src/protocol/records.ts';
import { Note } from '../parts/note.tsx';
import { isExpired, type Lifetime } from '../state/lifetime.ts';
import { flowName } from '../state/provider-words.ts';
import { clockTime } from '../state/time-words.ts';

type Props = { life: Lifetime; shown: TokenName; profile: Profile | undefined; now: number };

/** That the token in front is over, and what that means. */
export function ExpiredNote({ life, shown, profile, now }: Props) {
  if (life.kind !== 'runs' || !isExpired(life)) return null;
  const isImplicit = profile !== undefined && flowName(profile.responseType) === 'implicit';
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
          {isImplicit
            ? 'Implicit returns no refresh token, so a fresh one takes a new sign-in.'
            : 'A fresh one takes a new sign-in.'}
        </p>
        {profile?.provider === 'cognito' && (
          <p>Cognito remembers a sign-in for 1 hour; after that, expect its login page.</p>
        )}
      </Note>
    </div>
  );
}
