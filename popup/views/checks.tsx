import { allowHost } from '../../src/protocol/checks.ts';
import type { Capture, Profile, Verdict } from '../../src/protocol/records.ts';
import { hostPattern } from '../../src/protocol/url.ts';
import { Button } from '../parts/button.tsx';
import { useGranted, useHost } from '../parts/host-context.ts';
import { Icon } from '../parts/icon.tsx';
import { useJudging } from '../parts/use-judging.ts';
import { openGroups } from '../state/check-groups.ts';
import { hostOf } from '../state/provider-words.ts';
import { CheckLines } from './check-lines.tsx';
import { FirstUse, PinNote } from './pin-note.tsx';

type Props = { capture: Capture; profile?: Profile | undefined };

/** What was checked: what did not pass, each with its reason, then what passed in one fold. */
export function Checks({ capture, profile }: Props) {
  const { isJudging, judge } = useJudging(capture.id);
  const { verdicts, judgedAt } = capture;
  const groups = openGroups(verdicts);
  const passed = verdicts.filter(({ result }) => result === 'pass');
  const again = (
    <Button class="small" busy={isJudging} onPress={() => void judge()}>
      <Icon name="again" />
      Check again
    </Button>
  );
  const isOfKeys = ({ check, result }: Verdict) => check === 'signature' && result === 'not_checked';
  const onPinned = () => {
    document.getElementById('checks-h')?.focus(); // the button that had the focus is gone
    void judge();
  };
  return (
    <section aria-labelledby="checks-h" aria-busy={isJudging}>
      <div class="head">
        <h2 id="checks-h" tabIndex={-1}>
          Checks
        </h2>
        <span class="n">{judgedAt === undefined ? 'checking…' : verdicts.length}</span>
        {judgedAt !== undefined && <span class="end">{again}</span>}
      </div>
      <PinNote capture={capture} profile={profile} onPinned={onPinned} />
      {groups.length > 0 && (
        <CheckLines
          groups={groups}
          profile={profile}
          act={(group) =>
            profile?.issuer &&
            group.some(isOfKeys) && (
              <div class="row">
                {again}
                {group[0]?.reason?.includes(allowHost) && <AllowKeys profile={profile} onAllowed={judge} />}
              </div>
            )
          }
        />
      )}
      {passed.length > 0 && <Passed verdicts={passed} profile={profile} />}
      <FirstUse profile={profile} />
    </section>
  );
}

/** Asks for the issuer's host straight from the click, and checks again. */
function AllowKeys({ profile, onAllowed }: { profile: Profile; onAllowed: () => Promise<void> }) {
  const host = useHost();
  const address = profile.endpoints.jwks ?? profile.issuer ?? '';
  const origin = hostPattern(address);
  const access = useGranted(origin === undefined ? undefined : { origins: [origin] });
  if (origin === undefined || access !== false) return null;
  const allow = async () => {
    if (await host.permissions.request({ origins: [origin] })) await onAllowed();
  };
  return (
    <button type="button" class="btn small" onClick={() => void allow()}>
      Allow access to {hostOf(address)}
    </button>
  );
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
