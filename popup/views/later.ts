/**
 * What the popup does not need for its first paint: below the fold, behind a menu, or for the rarer states. It is one
 * file of code, fetched right after. The bound on what loads before is 30 KB gzip.
 */
import { lazy, lazyFile } from '../parts/lazy.tsx';

const later = lazyFile(() => import('./later-parts.ts'));

export const Answered = lazy(later, (parts) => parts.Answered);
export const Checks = lazy(later, (parts) => parts.Checks);
export const CopyAsItems = lazy(later, (parts) => parts.CopyAsItems);
export const Elsewhere = lazy(later, (parts) => parts.Elsewhere);
export const ErrorView = lazy(later, (parts) => parts.ErrorView);
export const EventNotes = lazy(later, (parts) => parts.EventNotes);
export const ExpiredNote = lazy(later, (parts) => parts.ExpiredNote);
export const FailedNotes = lazy(later, (parts) => parts.FailedNotes);
export const FirstRun = lazy(later, (parts) => parts.FirstRun);
export const ForgetDialog = lazy(later, (parts) => parts.ForgetDialog);
export const InFrames = lazy(later, (parts) => parts.InFrames);
export const Notices = lazy(later, (parts) => parts.Notices);
export const PasteView = lazy(later, (parts) => parts.PasteView);
export const RawToken = lazy(later, (parts) => parts.RawToken);
export const SigningInLine = lazy(later, (parts) => parts.SigningInLine);
export const UnsignedNote = lazy(later, (parts) => parts.UnsignedNote);
export const UnusualToken = lazy(later, (parts) => parts.UnusualToken);
export const UserinfoSection = lazy(later, (parts) => parts.UserinfoSection);
