/** The parts that `later.ts` stands in for. Nothing else imports this file. */
export { Checks, FailedNotes } from './checks.tsx';
export { CopyAsItems } from './copy-as-items.tsx';
export { ErrorView } from './error-view.tsx';
export { EventNotes } from './event-notes.tsx';
export { FirstRun } from './first-run.tsx';
export { ForgetDialog } from './forget-dialog.tsx';
export { RawToken } from './raw-token.tsx';
export { UnusualToken } from './unusual-token.tsx';
export { UserinfoSection } from './userinfo.tsx';
