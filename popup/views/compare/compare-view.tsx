import { useMemo } from 'preact/hooks';
import { capturesApart } from '../../state/capture/selected-capture.ts';
import { shownCaptures } from '../../state/capture/shown-captures.ts';
import { pickGroups } from '../../state/compare/pick-options.ts';
import type { World } from '../../state/world.ts';
import { CompareTitle } from './compare-title.tsx';
import { ComparedView } from './compared-view.tsx';

type Props = {
  world: World;
  /** Ids of captures; '' where none is chosen. */
  a: string;
  b: string;
  navigate: (path: string) => void;
};

/** What changed between two logins. */
export function CompareView({ world, a, b, navigate }: Props) {
  const own = shownCaptures(world);
  const { profiles = [], privateCaptures, where } = world;
  const apart = useMemo(() => capturesApart(world), [where, privateCaptures]);
  const picks = useMemo(() => pickGroups(own ?? [], apart, profiles), [own, apart, profiles]);
  const captures = useMemo(() => [...(own ?? []), ...apart], [own, apart]);
  if (!own) return <CompareTitle />;
  if (captures.length < 2) {
    return (
      <>
        <CompareTitle />
        <div class="blank">
          <p>
            {captures.length === 1 ? 'Only one capture is held.' : 'Nothing captured yet.'} It takes two to compare.
          </p>
          <p>
            Sign in once more, for instance as another user or after a change at the provider, or{' '}
            <a href="#paste">read a token by hand</a>. Then both stand here side by side.
          </p>
        </div>
      </>
    );
  }
  return <ComparedView captures={captures} picks={picks} profiles={profiles} a={a} b={b} navigate={navigate} />;
}
