import { useEffect } from 'preact/hooks';
import { isUnderWay } from '../src/protocol/fresh.ts';
import type { Host, Width } from './host.ts';
import { HostContext } from './parts/host-context.ts';
import { lazy, lazyFile } from './parts/lazy.tsx';
import { useWorld } from './parts/use-world.ts';
import { WidthContext } from './parts/width-context.ts';
import { WorldContext } from './parts/world-context.ts';
import { Shortcuts } from './views/later.ts';
import type { ProfilesView } from './views/page-view.tsx';
import { PopupView } from './views/popup-view.tsx';

const PageView = lazy(
  lazyFile(() => import('./views/page-view.tsx')),
  (file) => file.PageView,
);

type Props = { host: Host; width: Width; profilesView?: ProfilesView };

/** The face, in each width, on whatever host it is given. */
export function App({ host, width, profilesView }: Props) {
  const world = useWorld(host);
  const hasRead = world.captures !== undefined;
  useEffect(() => {
    // how "Fresh token" ends is seen once it has ended: the popup may close before
    if (!hasRead || isUnderWay(world.fresh, host.now())) return;
    // a page in a tab behind shows nothing to anybody
    if (document.visibilityState === 'visible') void host.lookedAt.set(host.now());
  }, [host, world.captures, world.privateCaptures, world.fresh]);
  useEffect(() => {
    // The worker may be asleep or gone; captures are shown without it, and it reads as much as we do.
    if (hasRead) host.send({ type: 'hello' }).catch(() => {});
  }, [host, hasRead]);
  return (
    <HostContext value={host}>
      <WorldContext value={world}>
        <WidthContext value={width}>
          <Shortcuts />
          {width === 'page' ? (
            <PageView world={world} Profiles={profilesView} />
          ) : (
            <PopupView world={world} width={width} />
          )}
        </WidthContext>
      </WorldContext>
    </HostContext>
  );
}
