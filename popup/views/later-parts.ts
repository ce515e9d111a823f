/** The parts that `later.ts` stands in for. Nothing else imports this file. */
export { Answered } from './answered.tsx';
export { Checks } from './checks.tsx';
export { CopyAsItems } from './copy-as-items.tsx';
export { Elsewhere } from './elsewhere.tsx';
export { ErrorView } from './error-view.tsx';
export { EventNotes } from './event-notes.tsx';
export { ExpiredNote } from './expired-note.tsx';
export { FailedNotes } from './failed-notes.tsx';
export { FirstRun } from './first-run.tsx';
export { ForgetDialog } from './forget-dialog.tsx';
export { InFrames } from './in-frames.tsx';
export { Notices } from './notices.tsx';
export { PasteView } from './paste-view.tsx';
export { RawToken } from './raw-token.tsx';
export { SigningInLine } from './signing-in-line.tsx';
export { UnusualToken } from './unusual-token.tsx';
export { UserinfoSection } from './userinfo.tsx';
