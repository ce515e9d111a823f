import type { Capture, Profile, Verdict } from '../../../src/protocol/records.ts';
import { decodeToken } from '../../../src/protocol/token.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useJudging } from '../../parts/use-judging.ts';
import { lacksKeys, openGroups } from '../../state/checks/check-groups.ts';
import { FirstUse, PinNote } from '../capture/pin-note.tsx';
import { AllowKeys } from './allow-keys.tsx';
import { CheckLines } from './check-lines.tsx';

type Props = { capture: Capture; profile?: Profile | undefined };

/** What was checked: what did not pass, each with its reason, then what passed in one fold. */
export function Checks({ capture, profile }: Props) {
  const { isJudging, judge } = useJudging(capture.id);
  const { verdicts, judgedAt } = capture;
  const groups = openGroups(verdicts);
  const passed = verdicts.filter(({ result }) => result === 'pass');
  /** After a button that is gone once it was pressed. */
  const judgeAnew = () => {
    document.getElementById('checks-h')?.focus();
    void judge();
  };
  return (
    <section aria-labelledby="checks-h" aria-busy={isJudging}>
      <div class="head">
        <h2 id="checks-h" tabIndex={-1}>
          Checks
        </h2>
        <span class="n">{judgedAt === undefined ? 'checking…' : verdicts.length}</span>
        {judgedAt !== undefined && (
          <span class="end">
            <Button class="quiet small" busy={isJudging} onPress={() => void judge()}>
              <Icon name="again" />
              Check again
            </Button>
          </span>
        )}
      </div>
      <PinNote capture={capture} profile={profile} onPinned={judgeAnew} />
      {groups.length > 0 && (
        <CheckLines
          groups={groups}
          profile={profile}
          act={(group) =>
            profile?.issuer && lacksKeys(group, verdicts) && <AllowKeys profile={profile} onAllowed={judgeAnew} />
          }
        />
      )}
      {passed.length > 0 && <Passed verdicts={passed} profile={profile} />}
      {judgedAt !== undefined && hasReadableAccessToken(capture) && (
        <p class="aside ruled">
          Signature, issuer and times of the access token are for your API to check. Claimcheck does not check them.
        </p>
      )}
      <FirstUse profile={profile} />
    </section>
  );
}

function hasReadableAccessToken({ tokens: { access_token: token } }: Capture): boolean {
  return token !== undefined && decodeToken(token).kind === 'signed';
}

function Passed({ verdicts, profile }: { verdicts: Verdict[]; profile: Profile | undefined }) {
  const names = new Set(verdicts.map(({ check }) => check));
  return (
    <details>
      <summary data-tone="pass">
        <Icon name="pass" />
        <span>{verdicts.length} passed</span>
        <span class="n cut">{[...names].join(', ')}</span>
        <Icon name="down" class="caret" />
      </summary>
      <CheckLines groups={verdicts.map((verdict) => [verdict])} profile={profile} />
    </details>
  );
}
