/** Where the full page stands, as its hash says it. */
export type Route =
  | { view: 'captures'; id: string }
  | { view: 'profiles'; rest: string }
  /** Two captures; '' where one is still to be chosen. */
  | { view: 'compare'; a: string; b: string }
  | { view: 'paste' }
  | { view: 'settings' };

const views: ReadonlySet<string> = new Set<Route['view']>(['captures', 'profiles', 'compare', 'paste', 'settings']);

/** Whether a hash names a view: none is the page as it opens. That of a heading, `#checks-h`, does not. */
export function isRoute(hash: string): boolean {
  return hash === '' || views.has(hash.replace(/^#\/?/, '').split('/', 1)[0] ?? '');
}

/** Reads a hash such as `#captures/<id>`. An empty or unknown one leads to the captures. */
export function parseRoute(hash: string): Route {
  const [view, ...rest] = hash.replace(/^#\/?/, '').split('/');
  const tail = decode(rest.join('/'));
  if (view === 'profiles') return { view, rest: tail };
  if (view === 'captures') return { view, id: tail };
  if (view === 'compare') return { view, a: decode(rest[0] ?? ''), b: decode(rest[1] ?? '') };
  if (view === 'paste' || view === 'settings') return { view };
  return { view: 'captures', id: '' };
}

export function hashOf(route: Route): string {
  if (route.view === 'paste' || route.view === 'settings') return `#${route.view}`;
  if (route.view === 'compare') {
    const { a, b } = route;
    return a + b === '' ? '#compare' : `#compare/${encodeURIComponent(a)}/${encodeURIComponent(b)}`;
  }
  const tail = route.view === 'captures' ? route.id : route.rest;
  return tail === '' ? `#${route.view}` : `#${route.view}/${encodeURIComponent(tail)}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
