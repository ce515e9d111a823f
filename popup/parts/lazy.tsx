import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { pause } from '../state/pause.ts';

/** Some components in one file of code, as a dynamic `import()` gives them. */
export type LazyFile<M> = { load: () => Promise<void>; parts: () => M | undefined };

export function lazyFile<M>(fetch: () => Promise<M>): LazyFile<M> {
  let loading: Promise<void> | undefined;
  let parts: M | undefined;
  const load = async () => {
    const fetched = await fetch();
    // to run the file and to render its parts are two stretches, each short enough not to be noticed
    await pause();
    parts = fetched;
  };
  return {
    load: () => {
      loading ??= load();
      return loading;
    },
    parts: () => parts,
  };
}

/** A component whose code is fetched after the first paint. Until the file is there nothing stands in its place. */
export function lazy<M, P extends object>(file: LazyFile<M>, pick: (parts: M) => ComponentType<P>): ComponentType<P> {
  return function Lazy(props: P) {
    const [, setLoaded] = useState(false);
    useEffect(() => {
      // The files of our own package are there, or the extension was just removed and the page is going.
      file.load().then(
        () => setLoaded(true),
        () => {},
      );
    }, []);
    const parts = file.parts();
    const Loaded = parts && pick(parts);
    return Loaded ? <Loaded {...props} /> : null;
  };
}
