import { useState } from 'preact/hooks';
import type { Profile } from '../../../src/protocol/records.ts';
import { ClearNow } from '../../parts/clear-now.tsx';
import { useNow } from '../../parts/host-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { Text } from '../../parts/text.tsx';
import { useFreshCopy } from '../../parts/use-fresh-copy.ts';
import { useRead } from '../../parts/world-context.ts';
import { shownCaptures } from '../../state/capture/shown-captures.ts';
import { freshLine, isCurrent, isRevoked } from '../../state/token/fresh-words.ts';

/** How far "Fresh token" is and which way it took. The page that has the focus puts the token on the clipboard. */
export function FreshLine({ profile }: { profile: Profile }) {
  const world = useRead();
  const { fresh, where } = world;
  const capture = shownCaptures(world)?.find(({ id }) => id === fresh?.captureId);
  const now = useNow(capture?.expiresAt === undefined ? [] : [capture.expiresAt * 1000]);
  const isOwn =
    fresh !== undefined &&
    isCurrent(fresh, profile.id, where?.isPrivate === true, now) &&
    !isRevoked(fresh, capture, now);
  const { isRefused, copy } = useFreshCopy(isOwn ? fresh : undefined, capture?.tokens.access_token);
  const [cleared, setCleared] = useState<{ askedAt: number; words: string }>();
  // with its capture the token is gone: there is nothing to copy
  const isLost = fresh?.step === 'ready' && capture?.tokens.access_token === undefined;
  const line = isOwn && !isLost ? freshLine(fresh, capture, now) : undefined;
  const isCleared = isOwn && cleared?.askedAt === fresh.askedAt;
  return (
    // it is there before it speaks, so that it is read out
    <div role="status">
      {line && (
        <div class="watch told" data-tone={line.tone} aria-busy={line.isBusy || undefined}>
          <Icon name={line.isBusy ? 'again' : line.tone === 'skip' ? 'info' : line.tone} />
          <span>
            {isCleared ? cleared.words : line.words}
            {line.reason !== undefined && !isCleared && (
              <>
                {' '}
                <Text>{line.reason}</Text>
              </>
            )}
            {isRefused && fresh?.step === 'ready' && ' The browser wants a press of the button for it.'}
          </span>
          {fresh?.step === 'ready' && (
            <button type="button" class="btn small end" onClick={() => void copy()}>
              Copy now
            </button>
          )}
          {fresh?.step === 'copied' && !isCleared && (
            <span class="end">
              <ClearNow onSaid={({ seen }) => setCleared({ askedAt: fresh.askedAt, words: seen })} />
            </span>
          )}
        </div>
      )}
    </div>
  );
}
