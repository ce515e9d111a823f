import type { ComponentChildren } from 'preact';
import { isClientAlone } from '../../../src/protocol/needs.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { useAllow } from '../../parts/use-allow.ts';
import { usePause } from '../../parts/use-pause.ts';
import { Value } from '../../parts/value.tsx';
import { useRead } from '../../parts/world-context.ts';
import { cutText } from '../../state/claims/claim-value.ts';
import { watching } from '../../state/world.ts';

type Line = {
  tone: 'pass' | 'warn' | 'skip';
  icon: IconName;
  words: string;
  more: ComponentChildren;
  verb: string;
  onPress: () => void;
};

/** What is watched, and a way to pause it. */
export function WatchLine({ profile }: { profile: Profile }) {
  const { canWatch, isPaused } = useRead();
  const pause = usePause();
  const { ask } = useAllow(watching, { width: 'panel', path: 'page.html#captures' });
  if (canWatch === undefined || isPaused === undefined || isClientAlone(profile)) return null;
  const { tone, icon, words, more, verb, onPress }: Line = !canWatch
    ? {
        tone: 'warn',
        icon: 'warn',
        words: 'Not watching',
        more: 'The browser does not allow it yet.',
        verb: 'Allow',
        onPress: () => void ask(),
      }
    : isPaused
      ? {
          tone: 'skip',
          icon: 'paused',
          words: 'Paused',
          more: 'Nothing is captured. “Sign in” takes the pause back.',
          verb: 'Watch again',
          onPress: () => void pause(false),
        }
      : {
          tone: 'pass',
          icon: 'watching',
          words: 'Watching',
          more: <Callback url={profile.callback} />,
          verb: 'Pause',
          onPress: () => void pause(true),
        };
  return (
    <section class="watch" aria-label="What is watched">
      <span class="row" role="status" data-tone={tone}>
        <Icon name={icon} />
        <b>{words}</b>
        <span>{more}</span>
      </span>
      <button type="button" class="btn quiet small end" onClick={onPress}>
        {verb}
      </button>
    </section>
  );
}

/** Both of its ends stay in sight; whoever points at it sees the whole. */
function Callback({ url }: { url: string }) {
  return (
    <code class="value">
      <Value shown={cutText(url, 24, 12)} now={0} />
    </code>
  );
}
