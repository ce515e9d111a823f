import { type Capture, loginLifetime, type Profile } from '../../src/protocol/records.ts';
import { useHost, useNow } from '../parts/host-context.ts';
import { Icon } from '../parts/icon.tsx';
import { Code } from '../parts/text.tsx';
import { useRead } from '../parts/world-context.ts';
import { findLoginUnderWay, loginStages } from '../state/login-stage.ts';
import { clockTime } from '../state/time-words.ts';

const words = {
  wanted: 'the answer ends here, at',
  ready: 'the answer ends here, at',
  refused: 'the browser would not keep the answer from the app, so it is watched at',
  watched: 'waiting for the answer at',
};

type Props = { profile: Profile; captures: readonly Capture[]; onCancel: (state: string) => void };

/** Stands under the bar while a login that was started here is not done: where it is, and until when it may take. */
export function SigningInLine({ profile, captures, onCancel }: Props) {
  const host = useHost();
  const world = useRead();
  const under = findLoginUnderWay(world, captures, profile, host.now(), world.where?.isPrivate);
  const times = under ? [under.login.startedAt + loginLifetime] : [];
  const now = useNow(times);
  if (!under) return null;
  const { login, stage } = under;
  const { state, startedAt, silent, intercept, request } = login;
  return (
    <div class="watch told" role="status">
      <Icon name="clock" />
      <span>
        <span>
          {silent ? 'Renewing silently' : 'Signing in'}:{' '}
          {stage === 'provider' ? (
            <>
              {words[intercept ?? 'watched']} <Code>{request.redirectUri}</Code>
            </>
          ) : (
            `${loginStages[stage]}.`
          )}
        </span>
        <small>
          {stage === 'provider' && 'It is at the provider. '}Started {clockTime(startedAt, now)}, times out at{' '}
          {clockTime(startedAt + loginLifetime, now, 'minutes')}.
        </small>
      </span>
      {stage !== 'exchanging' && (
        <button type="button" class="btn quiet small end" onClick={() => onCancel(state)}>
          Cancel
        </button>
      )}
    </div>
  );
}
