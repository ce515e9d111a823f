import type { Profile, TokenName } from '../../../src/protocol/records.ts';
import type { Member } from '../../../src/protocol/token.ts';
import { RemarkLine } from '../../parts/remark.tsx';
import { tokenPurpose, tokenRemarks } from '../../state/token/token-remarks.ts';

type Props = {
  header: readonly Member[];
  claims: readonly Member[];
  place: TokenName;
  provider: Profile['provider'] | undefined;
};

/** What the token is for, and what it lacks. */
export function TokenHead({ header, claims, place, provider }: Props) {
  const purpose = tokenPurpose(place, { header, claims }, provider);
  return (
    <div class="pad lead">
      {purpose.tone === 'warn' ? <RemarkLine remark={purpose} /> : <p class="meaning">{purpose.text}</p>}
      {tokenRemarks(place, { header, claims }, provider).map((remark) => (
        <RemarkLine key={remark.text} remark={remark} />
      ))}
    </div>
  );
}
