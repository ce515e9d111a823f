import { isSample } from '../../../src/protocol/sample.ts';
import { sampleProfile } from '../../../src/protocol/sample-profile.ts';
import type { Width } from '../../host.ts';
import { newestSample } from '../../state/capture/newest-sample.ts';
import { emptyWords, shownCaptures } from '../../state/capture/shown-captures.ts';
import type { World } from '../../state/world.ts';
import { PopupFoot } from '../bar/popup-foot.tsx';
import { LookAtSample } from './look-at-sample.tsx';
import { SampleColumn } from './sample-column.tsx';
import { SampleNote } from './sample-note.tsx';
import { Way } from './way.tsx';

/** Popup and side panel while the profile in front has no capture: what to do, and the sample that was asked for. */
export function NothingYet({ world, width }: { world: World; width: Width }) {
  const captures = shownCaptures(world) ?? [];
  const sample = newestSample(captures);
  const isPrivate = world.where?.isPrivate === true;
  return (
    <>
      {sample && <SampleNote hasProfile isPage={false} />}
      {sample && <SampleColumn sample={sample} isPrivate={isPrivate} width={width} />}
      <div class={sample ? 'blank alone ruled' : 'blank alone'}>
        {!sample && <p>{emptyWords(world)}</p>}
        <div class="row">
          <Way to="paste" isPage={false} class="btn small">
            Paste a token
          </Way>
          <LookAtSample class="small">{sample ? 'Look at another sample' : 'Look at a sample'}</LookAtSample>
        </div>
      </div>
      {sample && (
        <PopupFoot capture={sample} own={captures.filter(isSample)} profile={sampleProfile} isPrivate={isPrivate} />
      )}
    </>
  );
}
