import { isBlocking } from '../../../src/protocol/checks.ts';
import type { Capture, Profile, Verdict } from '../../../src/protocol/records.ts';
import { Note } from '../../parts/note.tsx';
import { useSay } from '../../parts/say.ts';
import { warningsOf } from '../../state/checks/check-groups.ts';
import { checkLine } from '../../state/checks/check-words.ts';
import { whyNotUse } from '../../state/token/token-use.ts';
import { WarningsNote } from './warnings-note.tsx';

type Props = {
  capture: Capture;
  profile: Profile | undefined;
  /** Whether the person decided to use the tokens all the same. */
  isAnyway: boolean;
  onAnyway: (isAnyway: boolean) => void;
};

/** So many are shown whole. Of more, the first two. */
const most = 3;

/** The failed checks again, above the claims, where they cannot be overlooked, and the warnings in one note. */
export function FailedNotes({ capture, profile, isAnyway, onAnyway }: Props) {
  const failed = capture.verdicts.filter((verdict) => isBlocking(verdict) && !isToldAbove(verdict, capture));
  const hasTokens = Object.values(capture.tokens).some((token) => token !== undefined);
  const isOutOfUse = hasTokens && whyNotUse(capture) !== undefined;
  if (failed.length === 0 && !isOutOfUse && warningsOf(capture.verdicts).length === 0) return null;
  return (
    <div class="inset notes">
      <Failures failed={failed} profile={profile} />
      {isOutOfUse && <NotToBeUsed capture={capture} isAnyway={isAnyway} onAnyway={onAnyway} />}
      <WarningsNote capture={capture} profile={profile} />
    </div>
  );
}

/** Why the token endpoint brought nothing has a note of its own, with what to do. */
function isToldAbove({ check, token }: Verdict, { tokenFailure }: Capture): boolean {
  if (check !== 'token_response' || !tokenFailure) return false;
  return tokenFailure.grant !== 'refresh_token' || token === 'refresh_token';
}

/** Announced once. */
function Failures({ failed, profile }: { failed: readonly Verdict[]; profile: Profile | undefined }) {
  const shown = failed.length > most ? failed.slice(0, 2) : failed;
  const left = failed.length - shown.length;
  if (failed.length === 0) return null;
  return (
    <div class="notes" role="alert">
      {shown.map((verdict) => (
        <Failed key={`${verdict.check} ${verdict.token} ${verdict.from}`} verdict={verdict} profile={profile} />
      ))}
      {left > 0 && (
        <p class="say">
          and <a href="#checks-h">{left} more, below</a>
        </p>
      )}
    </div>
  );
}

function Failed({ verdict, profile }: { verdict: Verdict; profile: Profile | undefined }) {
  const { failure, texts } = checkLine(verdict, profile);
  return (
    <Note tone="fail" heading={failure}>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Note>
  );
}

/** Without an access token there is nothing that was turned off. */
function NotToBeUsed({ capture, isAnyway, onAnyway }: Omit<Props, 'profile'>) {
  const say = useSay();
  const toggle = () => {
    onAnyway(!isAnyway);
    say({ seen: isAnyway ? 'Off again' : 'Used anyway, though a check failed', spoken: '' });
  };
  return (
    <Note tone="fail" heading="Do not use these tokens">
      {capture.tokens.access_token !== undefined && (
        <>
          <p>
            {isAnyway
              ? 'Call userInfo and curl work all the same, for this capture and as long as this view is open.'
              : 'userInfo and the curl forms are off.'}
          </p>
          <div class="row">
            <button type="button" class="btn small" aria-pressed={isAnyway} onClick={toggle}>
              Use it anyway
            </button>
          </div>
        </>
      )}
    </Note>
  );
}
