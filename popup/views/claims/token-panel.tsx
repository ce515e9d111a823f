import type { Capture, Profile, TokenName } from '../../../src/protocol/records.ts';
import type { DecodedToken } from '../../../src/protocol/token.ts';
import type { Lifetime } from '../../state/token/lifetime.ts';
import { Claims, Disclosures, Scopes } from './claims-later.ts';
import { UnusualToken } from './unusual-token.tsx';

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
  const signed = decoded?.kind === 'signed' && decoded.claims.length > 0 ? decoded : undefined;
  const isUsual = signed !== undefined && signed.problems.length === 0 && signed.sdJwt === undefined;
  const scopesAt = capture.tokens.access_token === undefined ? 'id_token' : 'access_token';
  return (
    <>
      {!isUsual && (
        <UnusualToken capture={capture} profile={profile} shown={shown} decoded={decoded} life={life} now={now} />
      )}
      {signed && <Claims key={shown} token={signed} capture={capture} place={shown} profile={profile} now={now} />}
      {decoded?.kind === 'signed' && decoded.sdJwt && <Disclosures sdJwt={decoded.sdJwt} now={now} />}
      {shown === scopesAt && decoded && <Scopes capture={capture} profile={profile} />}
    </>
  );
}
