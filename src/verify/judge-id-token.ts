import type { Verdict } from '../protocol/records.ts';
import { readStrictly, type StrictToken } from '../protocol/strict-token.ts';
import { claimsNotChecked, judgeClaims } from './id-token/claims.ts';
import { encrypted, judgeForm, opaque, unreadable } from './id-token/form.ts';
import { judgeSignature } from './judge-signature.ts';
import type { Known } from './known.ts';
import { notChecked } from './verdict.ts';

/** Every check of an ID token that came through the front channel or from the token endpoint. */
export async function judgeIdToken(
  known: Known,
  raw: string,
  from: 'front_channel' | 'token_endpoint',
): Promise<Verdict[]> {
  const about = { token: 'id_token', from } as const;
  const token = readStrictly(raw);
  const form = judgeForm(token, about);
  if (token.kind !== 'signed') {
    const reason = token.kind === 'encrypted' ? encrypted : opaque;
    const signature = [notChecked('alg', reason, about), notChecked('signature', reason, about)];
    return [...form, ...signature, ...(await claimsNotChecked({ known, about }, reason))];
  }
  // the hashes are computed while the signature is
  const [signature, claims] = await Promise.all([
    judgeSignature(known, { raw, token, about }),
    token.isPayloadReadable
      ? judgeClaims({ known, about, header: headerOf(token), claims: token.claims })
      : claimsNotChecked({ known, about }, unreadable),
  ]);
  return [...form, ...signature, ...claims];
}

function headerOf({ header, isHeaderReadable }: StrictToken & { kind: 'signed' }) {
  return isHeaderReadable ? header : undefined;
}
