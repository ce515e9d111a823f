/**
 * What a token says. Its code is not needed before the stub and the tabs, and is asked for at once: it comes while the
 * captures are read, so that the claims are mostly there in the first paint.
 */
import { lazy, lazyFile } from '../../parts/lazy.tsx';

const later = lazyFile(() => import('./claims-later-parts.ts'));
// The files of our own package are there, or the extension was just removed and the page is going.
later.load().catch(() => {});

export const Claims = lazy(later, (parts) => parts.Claims);
export const Disclosures = lazy(later, (parts) => parts.Disclosures);
export const Scopes = lazy(later, (parts) => parts.Scopes);
