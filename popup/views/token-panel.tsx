import type { Capture, Profile, TokenName } from '../../src/protocol/records.ts';
import type { DecodedToken } from '../../src/protocol/token.ts';
import type { Lifetime } from '../state/lifetime.ts';
import { Claims } from './claims.tsx';
import { UnusualToken } from './later.ts';

type Props = {
  capture: Capture;
  profile: Profile | undefined;
  shown: TokenName;
  decoded: DecodedToken | undefined;
  life: Lifetime;
  now: number;
};

/** What the token in front says, as far as it can be read. */
export function TokenPanel({ capture, profile, shown, decoded, life, now }: Props) {
  const claims = decoded?.kind === 'signed' ? decoded.claims : [];
  const isUsual = claims.length > 0 && decoded?.kind === 'signed' && decoded.problems.length === 0;
  return (
    <>
      {!isUsual && <UnusualToken capture={capture} shown={shown} decoded={decoded} life={life} now={now} />}
      {claims.length > 0 && (
        <Claims
          key={shown}
          claims={claims}
          capture={capture}
          use={shown === 'id_token' ? 'id_token' : 'access_token'}
          profile={profile}
          now={now}
        />
      )}
    </>
  );
}
