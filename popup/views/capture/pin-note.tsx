import { useState } from 'preact/hooks';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { findClaim } from '../../../src/protocol/token.ts';
import { findPinnable, pinned } from '../../../src/provider/pin-issuer.ts';
import { useHost } from '../../parts/host-context.ts';
import { Note } from '../../parts/note.tsx';
import { Code } from '../../parts/text.tsx';
import { clockTime, machineTime } from '../../state/time-words.ts';

type Props = { capture: Capture; profile: Profile | undefined; onPinned: () => void };

/** Offers the issuer that the token names to a profile that has none. Nothing is trusted without the click. */
export function PinNote({ capture, profile, onPinned }: Props) {
  const host = useHost();
  const [problem, setProblem] = useState<string>();
  const iss = findClaim(capture.tokens.id_token, 'iss');
  const isOpen = capture.verdicts.some(({ check, result }) => check === 'iss' && result === 'not_checked');
  const pin = isOpen && profile && typeof iss === 'string' ? findPinnable(profile, iss) : undefined;
  if (!pin) return null;
  const trust = async () => {
    try {
      await host.profiles.update((all) =>
        all.map((one) => (one.id === profile?.id && !one.issuer ? pinned(one, pin, capture.capturedAt) : one)),
      );
      onPinned();
    } catch {
      setProblem('The profile could not be written. Nothing was changed.');
    }
  };
  const isPool = profile?.provider === 'cognito';
  return (
    <div class="inset last">
      <Note tone="skip" level={3} heading="The profile does not name the issuer">
        <p>
          This token says: <Code>{shownIssuer(String(iss))}</Code>
        </p>
        <p>
          {isPool
            ? 'Is that your user pool? Its id is on the Overview of the user pool. Once trusted, every token is checked against it.'
            : 'Is that your provider? Once trusted, every token is checked against it.'}
        </p>
        {problem && <p role="alert">{problem}</p>}
        <div class="row">
          <button type="button" class="btn small" onClick={() => void trust()}>
            {isPool ? 'Trust this user pool' : 'Trust this issuer'}
          </button>
        </div>
      </Note>
    </div>
  );
}

/** Where the issuer of a profile comes from, if from a token. */
export function FirstUse({ profile }: { profile: Profile | undefined }) {
  const now = useHost().now();
  const trusted = profile?.trustedOnFirstUse;
  if (!trusted || trusted.issuer !== profile?.issuer) return null;
  return (
    <p class="aside ruled">
      Issuer trusted on first use, from a token of{' '}
      <time datetime={machineTime(trusted.at)}>{clockTime(trusted.at, now, 'minutes')}</time>.
    </p>
  );
}

/** An issuer as it is written; one with letters beyond ASCII as browsers send it, where no look-alike hides. */
function shownIssuer(iss: string): string {
  return /^[\x21-\x7e]*$/.test(iss) ? iss : new URL(iss).href;
}
