import { type Capture, loginLifetime, type Profile } from '../../../src/protocol/records.ts';
import { useHost, useNow } from '../../parts/host-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { Code } from '../../parts/text.tsx';
import { useSentMessages } from '../../parts/use-messages.ts';
import { useTokenAccess } from '../../parts/use-token-access.ts';
import { useRead } from '../../parts/world-context.ts';
import { cancellable, findLoginsUnderWay, type LoginUnderWay, loginStages } from '../../state/capture/login-stage.ts';
import { clockTime } from '../../state/time-words.ts';

const words = {
  wanted: 'the answer ends here, at',
  ready: 'the answer ends here, at',
  refused: 'the browser would not keep the answer from the app, so it is watched at',
  watched: 'waiting for the answer at',
};

type Props = { profile: Profile; captures: readonly Capture[] };

/** Stands under the bar while a login that was started here is not done: where it is, and until when it may take. */
export function SigningInLine({ profile, captures }: Props) {
  const host = useHost();
  const world = useRead();
  const messages = useSentMessages();
  const access = useTokenAccess(profile);
  const all = findLoginsUnderWay({ ...world, access }, captures, profile, host.now(), world.where?.isPrivate);
  const now = useNow(all.map(({ login }) => login.startedAt + loginLifetime));
  const [newest, ...others] = all;
  if (!newest) return null;
  const [own, each] = [cancellable([newest]), cancellable(all)];
  return (
    <div class="watch told" role="status">
      <Icon name="clock" />
      <Where under={newest} others={others.length} now={now} />
      <span class="end">
        {own.length > 0 && (
          <button type="button" class="btn quiet small" onClick={() => void messages.cancel(own)}>
            Cancel
          </button>
        )}
        {each.length > own.length && (
          <button type="button" class="btn quiet small" onClick={() => void messages.cancel(each)}>
            Cancel all
          </button>
        )}
      </span>
    </div>
  );
}

/** The newest login in full. Those before it are counted. */
function Where({ under, others, now }: { under: LoginUnderWay; others: number; now: number }) {
  const { startedAt, silent, intercept, request } = under.login;
  const isAtProvider = under.stage === 'provider';
  return (
    <span>
      <span>
        {silent ? 'Renewing silently' : 'Signing in'}:{' '}
        {isAtProvider ? (
          <>
            {words[intercept ?? 'watched']} <Code>{request.redirectUri}</Code>
          </>
        ) : (
          `${loginStages[under.stage]}.`
        )}
      </span>
      <small>
        {isAtProvider && 'It is at the provider. '}Started {clockTime(startedAt, now)}, times out at{' '}
        {clockTime(startedAt + loginLifetime, now, 'minutes')}.
        {others > 0 && ` ${others === 1 ? 'One' : others} started earlier ${others === 1 ? 'waits' : 'wait'} too.`}
      </small>
    </span>
  );
}
