import { useEffect, useMemo, useState } from 'preact/hooks';
import { severityOf } from '../../../src/protocol/checks.ts';
import type { Capture, Profile, TokenName, Verdict } from '../../../src/protocol/records.ts';
import { decodeToken } from '../../../src/protocol/token.ts';
import type { Width } from '../../host.ts';
import { type Said, SayContext } from '../../parts/say.ts';
import { useUserinfoCall } from '../../parts/use-userinfo-call.ts';
import type { Lifetime } from '../../state/token/lifetime.ts';
import { whyNotUse } from '../../state/token/token-use.ts';
import { Checks } from '../checks/checks.tsx';
import { FailedNotes } from '../checks/failed-notes.tsx';
import { UnsignedNote } from '../checks/unsigned-note.tsx';
import { RawToken } from '../claims/raw-token.tsx';
import { TokenPanel } from '../claims/token-panel.tsx';
import { RefreshSection } from '../token-calls/refresh-section.tsx';
import { RevokeAccess } from '../token-calls/revoke-access.tsx';
import { TokenCallNotes } from '../token-calls/token-call-notes.tsx';
import { UserinfoSection } from '../userinfo/userinfo.tsx';
import { ActionRow } from './action-row.tsx';
import { Answered } from './answered.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { EventNotes } from './event-notes.tsx';
import { ExpiredNote } from './expired-note.tsx';
import { KeptLine } from './kept-line.tsx';
import { SameStateNote } from './same-state-note.tsx';
import { Timeline } from './timeline.tsx';
import { tabOf } from './token-tabs.tsx';

type Props = {
  capture: Capture;
  profile: Profile | undefined;
  isPrivate: boolean;
  width: Width;
  shown: TokenName;
  life: Lifetime;
  now: number;
  onSignIn: () => void;
};

/** What is said above the claims as well: failures and warnings, no notes. */
function isLifted(verdict: Verdict): boolean {
  return verdict.result === 'fail' && severityOf(verdict) !== 'info';
}

function isUnsigned({ check, result }: Verdict): boolean {
  return check === 'signature' && result === 'not_checked';
}

/** Below the tabs of a capture: action row, claims, checks, userInfo, raw token. */
export function CaptureBody({ capture, profile, isPrivate, width, shown, life, now, onSignIn }: Props) {
  const [said, say] = useState<Said>();
  const [isAnyway, setAnyway] = useState(false);
  const call = useUserinfoCall(capture, isAnyway, say);
  const token = capture.tokens[shown];
  const decoded = useMemo(() => (token === undefined ? undefined : decodeToken(token)), [token]);
  // what was said of one token is not said of another
  useEffect(() => say(undefined), [shown]);
  const outOfUse = isAnyway ? undefined : whyNotUse(capture);
  const unsigned = capture.verdicts.find(isUnsigned);
  const calls = { capture, profile, isAnyway, outOfUse, now };
  const claims = (
    <>
      <TokenCallNotes {...calls} />
      {capture.verdicts.some(isLifted) && (
        <FailedNotes capture={capture} profile={profile} isAnyway={isAnyway} onAnyway={setAnyway} />
      )}
      {unsigned && <UnsignedNote verdict={unsigned} />}
      <EventNotes capture={capture} />
      <SameStateNote capture={capture} isPrivate={isPrivate} now={now} />
      <ExpiredNote capture={capture} life={life} shown={shown} profile={profile} now={now} />
      <TokenPanel capture={capture} profile={profile} shown={shown} decoded={decoded} life={life} now={now} />
      {shown === 'refresh_token' && token !== undefined && <RefreshSection {...calls} />}
      {shown === 'access_token' && token !== undefined && <RevokeAccess {...calls} />}
    </>
  );
  const raw = token !== undefined && decoded && (
    <RawToken key={shown} token={token} name={shown} decoded={decoded} life={life} />
  );
  const userinfo = <UserinfoSection capture={capture} profile={profile} isCalling={call.isCalling} now={now} />;
  const elsewhere = <Elsewhere capture={capture} isPrivate={isPrivate} width={width} now={now} />;
  const answered = <Answered capture={capture} profile={profile} />;
  const timeline = <Timeline capture={capture} profile={profile} width={width} now={now} />;
  return (
    <SayContext value={say}>
      <ActionRow
        capture={capture}
        profile={profile}
        shown={shown}
        life={life}
        width={width}
        now={now}
        said={said}
        outOfUse={outOfUse}
        isCalling={call.isCalling}
        onCall={call.start}
        onSignIn={onSignIn}
      />
      {width === 'page' ? (
        <div class="cols" role="tabpanel" id="token" aria-labelledby={tabOf(shown)}>
          <div>
            {claims}
            {raw}
            {userinfo}
            {answered}
          </div>
          <div>
            <Checks capture={capture} profile={profile} />
            {timeline}
            {elsewhere}
            <section aria-labelledby="keep-h">
              <div class="head">
                <h2 id="keep-h">Kept where, until when</h2>
              </div>
              <p class="aside">
                <KeptLine capture={capture} isPrivate={isPrivate} />
              </p>
            </section>
          </div>
        </div>
      ) : (
        <div role="tabpanel" id="token" aria-labelledby={tabOf(shown)}>
          {claims}
          <Checks capture={capture} profile={profile} />
          {userinfo}
          {raw}
          {timeline}
          {elsewhere}
          {answered}
        </div>
      )}
    </SayContext>
  );
}
