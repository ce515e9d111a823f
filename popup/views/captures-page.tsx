import { useEffect, useRef } from 'preact/hooks';
import type { Profile } from '../../src/protocol/records.ts';
import { isSample } from '../../src/protocol/sample.ts';
import { profileOf } from '../../src/protocol/sample-profile.ts';
import { Code, Text } from '../parts/text.tsx';
import { captureTitle, nameWithout } from '../state/capture/capture-line.ts';
import { isPrivateCapture, selectedCapture } from '../state/capture/selected-capture.ts';
import { emptyWords, shownCaptures } from '../state/capture/shown-captures.ts';
import type { World } from '../state/world.ts';
import { CaptureView } from './capture/capture-view.tsx';
import { FirstStory } from './first/first-story.tsx';
import { LookAtSample } from './first/look-at-sample.tsx';
import { SampleNote } from './first/sample-note.tsx';
import { TitleActions } from './history/title-actions.tsx';
import { ErrorView } from './later.ts';

type Props = {
  world: World;
  captureId: string;
  /**
   * The capture whose title takes the focus, once it is there: the person just read it from a text, or the one before was
   * forgotten. '' for the page without any.
   */
  focusId: string | undefined;
  onFocused: () => void;
  onSignIn: (profile: Profile | undefined) => void;
  onForget: (ids: string[]) => void;
  onExpired: (isExpired: boolean) => void;
  /** Told of the sample that the person asked for. */
  onMinted: (captureId: string) => void;
};

/** The selected capture of the full page, or the newest. */
export function CapturesPage(props: Props) {
  const { world, captureId, focusId, onFocused, onSignIn, onForget, onExpired, onMinted } = props;
  const { profiles = [] } = world;
  const capture = selectedCapture(world, captureId);
  const heading = useRef<HTMLHeadingElement>(null);
  const isAwaited = (capture?.id ?? '') === focusId;
  useEffect(() => {
    if (!isAwaited) return;
    heading.current?.focus();
    onFocused();
  }, [isAwaited]);
  if (!capture && profiles.length === 0) return <FirstStory isPage heading={heading} onMinted={onMinted} />;
  if (!capture) {
    return (
      <div class="blank alone">
        <h1 ref={heading} tabIndex={-1}>
          Captures
        </h1>
        {shownCaptures(world) && <p>{emptyWords(world)}</p>}
        <LookAtSample class="small" onMinted={onMinted} />
      </div>
    );
  }
  const isMinted = isSample(capture);
  const profile = profileOf(capture, profiles);
  const name = profile?.name ?? nameWithout(capture.profileId);
  const pool = isMinted ? undefined : profile?.cognito?.userPoolId;
  const title = captureTitle(capture);
  const isPrivate = isPrivateCapture(world, capture);
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
          {isMinted ? 'Sample: minted in this browser, no login' : <Text>{name}</Text>}
          {pool !== undefined && (
            <>
              , user pool <Code>{pool}</Code>
            </>
          )}
          {isPrivate && ', private window'}
        </p>
        <TitleActions capture={capture} profiles={profiles} isPrivate={isPrivate} onForget={onForget} />
      </div>
      {isMinted && <SampleNote hasProfile={profiles.length > 0} isPage />}
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
      {isMinted && (
        <div class="blank alone ruled">
          <LookAtSample class="small" onMinted={onMinted}>
            Look at another sample
          </LookAtSample>
        </div>
      )}
    </>
  );
}
