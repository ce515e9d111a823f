import { useNow } from '../parts/host-context.ts';
import { When } from '../parts/when.tsx';
import type { Draft } from '../state/profile/profile-draft.ts';
import { Result } from './field.tsx';

/** That the issuer in the form was taken from a token. Another issuer is trusted by being written here. */
export function TrustLine({ draft }: { draft: Draft }) {
  const trusted = draft.trustedOnFirstUse;
  const at = trusted?.at ?? 0;
  const now = useNow([at]);
  if (trusted?.issuer !== draft.issuer.trim()) return null;
  return (
    <Result tone="skip">
      Issuer trusted on first use, from a token of <When at={at} now={now} />. Compare it with the provider’s
      documentation.
    </Result>
  );
}
