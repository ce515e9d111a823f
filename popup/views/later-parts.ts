/** The parts that `later.ts` stands in for. Nothing else imports this file. */

// esbuild parts code by which files reach it: what loads before this is one file for it, which is there sooner than five
import '../app.tsx';

export { PopupFoot } from './bar/popup-foot.tsx';
export { SignInItems } from './bar/sign-in-items.tsx';
export { SignOutDialog } from './bar/sign-out-dialog.tsx';
export { CaptureBody } from './capture/capture-body.tsx';
export { ErrorView } from './capture/error-view.tsx';
export { AfterWords, HowWords } from './capture/stub-words.tsx';
export { NothingYet } from './first/nothing-yet.tsx';
export { FirstRun } from './first-run.tsx';
export { ForgetDialog } from './forget-dialog.tsx';
export { InFrames } from './in-frames.tsx';
export { CaptureStatus } from './lines/capture-status.tsx';
export { FreshLine } from './lines/fresh-line.tsx';
export { NewerLine } from './lines/newer-line.tsx';
export { Notices } from './lines/notices.tsx';
export { SigningInLine } from './lines/signing-in-line.tsx';
export { SilentAttemptLine } from './lines/silent-attempt-line.tsx';
export { ToldLine } from './lines/told-line.tsx';
export { PanelCaptures } from './panel/panel-captures.tsx';
export { WatchLine } from './panel/watch-line.tsx';
export { PasteView } from './paste-view.tsx';
export { Shortcuts } from './shortcuts.tsx';
