import { useEffect, useState } from 'preact/hooks';
import { isRoute, parseRoute, type Route } from '../state/route.ts';

/** The route in the address, and a way to go elsewhere: `#profiles/new`, or the path without its `#`. */
export function useRoute(): [Route, (path: string) => void] {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const stop = new AbortController();
    // A link to a heading, `#checks-h`, changes the address and not the route.
    const onHash = () => setHash((before) => (isRoute(location.hash) ? location.hash : before));
    addEventListener('hashchange', onHash, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  const navigate = (path: string) => {
    location.hash = path;
    setHash(location.hash);
  };
  return [parseRoute(hash), navigate];
}
