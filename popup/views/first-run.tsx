import { useEffect, useRef, useState } from 'preact/hooks';
import { isSample } from '../../src/protocol/sample.ts';
import { sampleProfile } from '../../src/protocol/sample-profile.ts';
import type { Width } from '../host.ts';
import { Icon } from '../parts/icon.tsx';
import { newestSample } from '../state/capture/newest-sample.ts';
import { shownCaptures } from '../state/capture/shown-captures.ts';
import type { World } from '../state/world.ts';
import { PopupFoot } from './bar/popup-foot.tsx';
import { FirstSteps } from './first/first-steps.tsx';
import { FirstStory } from './first/first-story.tsx';
import { LookAtSample } from './first/look-at-sample.tsx';
import { SampleColumn } from './first/sample-column.tsx';
import { SampleNote } from './first/sample-note.tsx';
import { Way } from './first/way.tsx';
import { CaptureStatus } from './lines/capture-status.tsx';
import { Notices } from './lines/notices.tsx';

/** What popup and side panel show before there is a profile: how to begin, and the sample that was asked for. */
export function FirstRun({ world, width }: { world: World; width: Width }) {
  const [mintedId, setMinted] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const captures = shownCaptures(world);
  const sample = newestSample(captures);
  const isPrivate = world.where?.isPrivate === true;
  const isAwaited = sample !== undefined && sample.id === mintedId;
  // the button that was pressed is gone
  useEffect(() => {
    if (isAwaited) heading.current?.focus();
  }, [isAwaited]);
  const notices = <Notices world={world} width={width} problem={undefined} />;
  const status = <CaptureStatus captures={captures} profiles={[]} />;
  if (!sample) {
    return (
      <>
        <main>
          {status}
          <FirstStory isPage={false} onMinted={setMinted}>
            {notices}
          </FirstStory>
        </main>
        <footer class="foot">
          <Icon name="lock" />
          <span>Tokens stay in this browser’s memory. Nothing is sent to us.</span>
        </footer>
      </>
    );
  }
  return (
    <>
      <main>
        {status}
        {notices}
        <h1 class="sr-only" ref={heading} tabIndex={-1}>
          Sample
        </h1>
        <SampleNote hasProfile={false} isPage={false} />
        <SampleColumn sample={sample} isPrivate={isPrivate} width={width} />
        <section class="story ruled" aria-label="Your own login">
          <FirstSteps />
          <div class="row">
            <LookAtSample>Look at another sample</LookAtSample>
            <Way to="paste" isPage={false} class="btn">
              Paste a token
            </Way>
          </div>
        </section>
      </main>
      <PopupFoot
        capture={sample}
        own={captures?.filter(isSample) ?? []}
        profile={sampleProfile}
        isPrivate={isPrivate}
      />
    </>
  );
}
