/** The parts that `later.ts` stands in for. Nothing else imports this file. */
export { CaptureBody } from './capture-body.tsx';
export { CaptureStatus } from './capture-status.tsx';
export { ErrorView } from './error-view.tsx';
export { FirstRun } from './first-run.tsx';
export { ForgetDialog } from './forget-dialog.tsx';
export { FreshLine } from './fresh-line.tsx';
export { InFrames } from './in-frames.tsx';
export { Notices } from './notices.tsx';
export { PasteView } from './paste-view.tsx';
export { PopupFoot } from './popup-foot.tsx';
export { Shortcuts } from './shortcuts.tsx';
export { SignInItems } from './sign-in-items.tsx';
export { SignOutDialog } from './sign-out-dialog.tsx';
export { SigningInLine } from './signing-in-line.tsx';
export { SilentAttemptLine } from './silent-attempt-line.tsx';
export { AfterWords, HowWords } from './stub-words.tsx';
export { ToldLine } from './told-line.tsx';
