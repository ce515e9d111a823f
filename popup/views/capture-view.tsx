import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { severityOf } from '../../src/protocol/checks.ts';
import type { Capture, Profile, TokenName, Verdict } from '../../src/protocol/records.ts';
import { decodeToken } from '../../src/protocol/token.ts';
import { useHost, useNow } from '../parts/host-context.ts';
import { type Said, SayContext } from '../parts/say.ts';
import { useUserinfoCall } from '../parts/use-userinfo-call.ts';
import { keptWords } from '../state/kept-words.ts';
import { firstTab, isExpired, lifetimeOf } from '../state/lifetime.ts';
import { capturedMoments } from '../state/moments.ts';
import { whyNotUse } from '../state/token-use.ts';
import { ActionRow } from './action-row.tsx';
import {
  Answered,
  Checks,
  Elsewhere,
  EventNotes,
  ExpiredNote,
  FailedNotes,
  RawToken,
  UnsignedNote,
  UserinfoSection,
} from './later.ts';
import { Stub } from './stub.tsx';
import { TokenPanel } from './token-panel.tsx';
import { TokenTabs, tabOf } from './token-tabs.tsx';

type Props = {
  capture: Capture;
  profile: Profile | undefined;
  /** Whether it is of a private window. */
  isPrivate: boolean;
  width: 'popup' | 'page';
  onSignIn: () => void;
  /** Told whether signing in again is the next step here, so that the bar's button steps back. */
  onExpired: (isExpired: boolean) => void;
};

/** What is said above the claims as well: failures and warnings, no notes. */
function isLifted(verdict: Verdict): boolean {
  return verdict.result === 'fail' && severityOf(verdict) !== 'info';
}

function isUnsigned({ check, result }: Verdict): boolean {
  return check === 'signature' && result === 'not_checked';
}

/** One capture with tokens: stub, tabs, action row, claims, checks, userInfo, raw token. */
export function CaptureView({ capture, profile, isPrivate, width, onSignIn, onExpired }: Props) {
  const host = useHost();
  const now = useNow(capturedMoments(capture));
  const [shown, show] = useState<TokenName>(() => firstTab(capture, profile, host.now()));
  const [said, say] = useState<Said>();
  const [isAnyway, setAnyway] = useState(false);
  const call = useUserinfoCall(capture, isAnyway, say);
  const token = capture.tokens[shown];
  const decoded = useMemo(() => (token === undefined ? undefined : decodeToken(token)), [token]);
  const life = lifetimeOf(capture, profile, shown, now);
  const showTab = (name: TokenName) => {
    show(name);
    say(undefined);
  };
  const isLate = isExpired(life) && profile !== undefined;
  useLayoutEffect(() => onExpired(isLate), [isLate, onExpired]);

  const unsigned = capture.verdicts.find(isUnsigned);
  const claims = (
    <>
      {capture.verdicts.some(isLifted) && (
        <FailedNotes capture={capture} profile={profile} isAnyway={isAnyway} onAnyway={setAnyway} />
      )}
      {unsigned && <UnsignedNote verdict={unsigned} />}
      {capture.events.length > 0 && <EventNotes events={capture.events} />}
      {isExpired(life) && <ExpiredNote life={life} shown={shown} profile={profile} now={now} />}
      <TokenPanel capture={capture} profile={profile} shown={shown} decoded={decoded} life={life} now={now} />
    </>
  );
  const raw = token !== undefined && decoded && (
    <RawToken key={shown} token={token} name={shown} decoded={decoded} isLate={isExpired(life)} />
  );
  const userinfo = <UserinfoSection capture={capture} profile={profile} isCalling={call.isCalling} now={now} />;
  const elsewhere = <Elsewhere capture={capture} isPrivate={isPrivate} width={width} now={now} />;
  const answered = <Answered capture={capture} profile={profile} />;
  return (
    <SayContext value={say}>
      <Stub capture={capture} now={now} isNarrow={width === 'popup'} />
      <TokenTabs capture={capture} profile={profile} shown={shown} now={now} onShow={showTab} />
      <ActionRow
        capture={capture}
        profile={profile}
        shown={shown}
        life={life}
        now={now}
        said={said}
        outOfUse={isAnyway ? undefined : whyNotUse(capture)}
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
            {elsewhere}
            <section aria-labelledby="keep-h">
              <div class="head">
                <h2 id="keep-h">Kept where, until when</h2>
              </div>
              <p class="aside">{keptWords(isPrivate)}</p>
            </section>
          </div>
        </div>
      ) : (
        <div role="tabpanel" id="token" aria-labelledby={tabOf(shown)}>
          {claims}
          <Checks capture={capture} profile={profile} />
          {userinfo}
          {raw}
          {elsewhere}
          {answered}
        </div>
      )}
    </SayContext>
  );
}
