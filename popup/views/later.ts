/**
 * What the popup does not need for its first paint: below the tabs, behind a menu, or for the rarer states. It is one
 * file of code, asked for at once, which mostly comes while the captures are read. The bound on what loads before is
 * 30 KB gzip.
 */
import { lazy, lazyFile } from '../parts/lazy.tsx';

const later = lazyFile(() => import('./later-parts.ts'));
// The files of our own package are there, or the extension was just removed and the page is going.
later.load().catch(() => {});

export const AfterWords = lazy(later, (parts) => parts.AfterWords);
export const CaptureBody = lazy(later, (parts) => parts.CaptureBody);
export const ErrorView = lazy(later, (parts) => parts.ErrorView);
export const FirstRun = lazy(later, (parts) => parts.FirstRun);
export const ForgetDialog = lazy(later, (parts) => parts.ForgetDialog);
export const FreshLine = lazy(later, (parts) => parts.FreshLine);
export const HowWords = lazy(later, (parts) => parts.HowWords);
export const InFrames = lazy(later, (parts) => parts.InFrames);
export const NewerLine = lazy(later, (parts) => parts.NewerLine);
export const NothingYet = lazy(later, (parts) => parts.NothingYet);
export const Notices = lazy(later, (parts) => parts.Notices);
export const PanelCaptures = lazy(later, (parts) => parts.PanelCaptures);
export const PasteView = lazy(later, (parts) => parts.PasteView);
export const PopupFoot = lazy(later, (parts) => parts.PopupFoot);
export const SignInItems = lazy(later, (parts) => parts.SignInItems);
export const SigningInLine = lazy(later, (parts) => parts.SigningInLine);
export const SignOutDialog = lazy(later, (parts) => parts.SignOutDialog);
export const SilentAttemptLine = lazy(later, (parts) => parts.SilentAttemptLine);
export const ToldLine = lazy(later, (parts) => parts.ToldLine);
export const WatchLine = lazy(later, (parts) => parts.WatchLine);
export const CaptureStatus = lazy(later, (parts) => parts.CaptureStatus);
export const Shortcuts = lazy(later, (parts) => parts.Shortcuts);
