import { useEffect, useRef, useState } from 'preact/hooks';
import type { Profile } from '../../src/protocol/records.ts';
import { Icon } from '../parts/icon.tsx';
import { Code, Text } from '../parts/text.tsx';
import { captureTitle, nameWithout } from '../state/capture/capture-line.ts';
import { isPrivateCapture, selectedCapture } from '../state/capture/selected-capture.ts';
import { emptyWords, shownCaptures } from '../state/capture/shown-captures.ts';
import { hashOf } from '../state/route.ts';
import type { World } from '../state/world.ts';
import { CaptureView } from './capture/capture-view.tsx';
import { ExportMenu } from './export/export-menu.tsx';
import { ErrorView, ForgetDialog } from './later.ts';

type Props = {
  world: World;
  captureId: string;
  /** The capture whose title takes the focus, once it is there: the person just read it from a text. */
  focusId: string | undefined;
  onFocused: () => void;
  onSignIn: (profile: Profile | undefined) => void;
  onForget: (ids: string[]) => void;
  onExpired: (isExpired: boolean) => void;
};

/** The selected capture of the full page, or the newest. */
export function CapturesPage({ world, captureId, focusId, onFocused, onSignIn, onForget, onExpired }: Props) {
  const [isAsking, setAsking] = useState(false);
  const { profiles = [] } = world;
  const capture = selectedCapture(world, captureId);
  const heading = useRef<HTMLHeadingElement>(null);
  const isAwaited = capture !== undefined && capture.id === focusId;
  useEffect(() => {
    if (!isAwaited) return;
    heading.current?.focus();
    onFocused();
  }, [isAwaited]);
  if (!capture) {
    return (
      <div class="blank alone">
        <h1>Captures</h1>
        {shownCaptures(world) && <p>{emptyWords(world)}</p>}
      </div>
    );
  }
  const profile = profiles.find(({ id }) => id === capture.profileId);
  const name = profile?.name ?? nameWithout(capture.profileId);
  const pool = profile?.cognito?.userPoolId;
  const title = captureTitle(capture);
  const isPrivate = isPrivateCapture(world, capture);
  const forget = (
    <button type="button" class="btn" onClick={() => setAsking(true)}>
      <Icon name="bin" />
      Forget
    </button>
  );
  return (
    <>
      <div class="title">
        {capture.error ? (
          <b ref={heading} tabIndex={-1}>
            {title}
          </b>
        ) : (
          <h1 ref={heading} tabIndex={-1}>
            <bdi>{title}</bdi>
          </h1>
        )}
        <p>
          <Text>{name}</Text>
          {pool !== undefined && (
            <>
              , user pool <Code>{pool}</Code>
            </>
          )}
          {isPrivate && ', private window'}
        </p>
        <div class="row">
          <a class="btn" href={hashOf({ view: 'compare', a: '', b: capture.id })}>
            Compare
          </a>
          <ExportMenu captures={[capture]} profiles={profiles} />
          {forget}
        </div>
      </div>
      {capture.error ? (
        <ErrorView key={capture.id} capture={capture} error={capture.error} profile={profile} width="page" />
      ) : (
        <CaptureView
          key={capture.id}
          capture={capture}
          profile={profile}
          isPrivate={isPrivate}
          width="page"
          onSignIn={() => onSignIn(profile)}
          onExpired={onExpired}
        />
      )}
      {isAsking && (
        <ForgetDialog captures={[capture]} name={name} onForget={onForget} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
