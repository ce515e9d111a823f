import { isBlocking } from '../protocol/checks.ts';
import type { Verdict } from '../protocol/records.ts';
import type { StrictToken } from '../protocol/strict-token.ts';
import { checkWithKeys, checkWithSecret, type SignatureResult } from './check-signature.ts';
import { judgeAlgorithm, type Means } from './judge-algorithm.ts';
import { judgeCrit, judgeEmbeddedKey } from './judge-header.ts';
import { judgeKey, judgeKid, unfitKey } from './judge-keys.ts';
import type { Known, NoKeys } from './known.ts';
import { noIssuer } from './lacking.ts';
import { wordsForNoKeys } from './no-keys-words.ts';
import { selectKeys } from './select-keys.ts';
import { type About, failed, notChecked, passed } from './verdict.ts';

/** A signed token: as it came, and as a strict reader sees it. */
export type Signed = { raw: string; token: StrictToken & { kind: 'signed' }; about: About };

const unreadable =
  'The header of the token cannot be read. The raw token shows how far it can be; sign in again for another one.';
const misshapen = 'The form of the token is wrong, so it is not clear what was signed. Its form says more.';
const demanding =
  'The token demands an extension that is not known here, so its signature means nothing that could be checked.';
const noKey = 'Without a key that can be used there is nothing to check it with. The key says more.';

/** The verdicts of `crit`, `embedded_key`, `alg_none`, `alg`, `alg_hmac`, `kid`, `key` and `signature`. */
export async function judgeSignature(known: Known, signed: Signed): Promise<Verdict[]> {
  const { token, about } = signed;
  if (!token.isHeaderReadable) {
    const checks = ['crit', 'embedded_key', 'alg_none', 'alg', 'kid', 'key', 'signature'] as const;
    return checks.map((check) => notChecked(check, unreadable, about));
  }
  const crit = judgeCrit(token.header, about);
  const { verdicts, means } = judgeAlgorithm(known, token.header, token.claims, about);
  return [
    crit,
    judgeEmbeddedKey(token.header, about),
    ...verdicts,
    ...(await judgeMeans(known, signed, means, obstacle(crit, token))),
  ];
}

/** Why nothing can be said of the signature, whatever the key. */
function obstacle(crit: Verdict, { faults }: Signed['token']): string | undefined {
  if (crit.result === 'fail') return demanding;
  return faults.some(({ check }) => check === 'compact_form') ? misshapen : undefined;
}

async function judgeMeans(
  known: Known,
  signed: Signed,
  means: Means,
  hindered: string | undefined,
): Promise<Verdict[]> {
  const { raw, about } = signed;
  switch (means.kind) {
    case 'unsigned':
      return raw.endsWith('.') ? [] : [failed('signature', { expected: 'none', actual: 'a signature' }, about)];
    case 'secret': {
      if (hindered) return [notChecked('signature', hindered, about)];
      const result = await checkWithSecret(raw, means.alg, new TextEncoder().encode(means.secret));
      return [judgeResult(result, 'made with the client secret', means.alg, about)];
    }
    case 'without':
      return [
        ...(means.isForKeys ? judgeKidAlone(known, signed, means.reason) : []),
        notChecked('signature', means.reason, about),
      ];
    case 'key':
      return judgeWithKeys(known, signed, means, hindered);
  }
}

/** Which key is meant can be said without an algorithm, what it is good for cannot. */
function judgeKidAlone(known: Known, { token, about }: Signed, reason: string): Verdict[] {
  const { keys, at } = known;
  const key = notChecked('key', reason, about);
  if (!keys.ok) return [notChecked('kid', wordsFor(known, keys), about), key];
  if (!token.header.has('kid')) return [notChecked('kid', reason, about), key];
  const selected = selectKeys(keys, token.header, undefined, at);
  return [judgeKid(selected, about), key];
}

async function judgeWithKeys(
  known: Known,
  { raw, token, about }: Signed,
  means: Means & { kind: 'key' },
  hindered: string | undefined,
): Promise<Verdict[]> {
  const { keys, at } = known;
  if (!keys.ok) {
    const reason = wordsFor(known, keys);
    return (['kid', 'key', 'signature'] as const).map((check) => notChecked(check, reason, about));
  }
  const selected = selectKeys(keys, token.header, means, at);
  const kid = judgeKid(selected, about);
  const { verdict: key, isFit } = judgeKey(keys, selected, means, about);
  if (!isFit || hindered) return [kid, key, notChecked('signature', hindered ?? noKey, about)];
  const result = await checkWithKeys(raw, means.alg, selected.keys);
  if (result === 'unfit') return [kid, unfitKey(about), notChecked('signature', noKey, about)];
  return [kid, key, judgeResult(result, byIssuer, means.alg, about)];
}

function wordsFor(known: Known, noKeys: NoKeys): string {
  return noKeys.why === 'no_issuer' ? noIssuer(known) : wordsForNoKeys(noKeys);
}

const byIssuer = 'made with a key of the issuer';

/** Whether a failure may be of the keys: with a newer set of them the signature may fit. */
export function isOfKeys(verdict: Verdict): boolean {
  // a check that holds several in one repeats what was expected
  return isBlocking(verdict) && (verdict.check === 'key' || verdict.expected?.endsWith(byIssuer) === true);
}

function judgeResult(result: SignatureResult, expected: string, alg: string, about: About): Verdict {
  if (result === 'fits') return passed('signature', about);
  if (result === 'differs') {
    return failed('signature', { expected, actual: 'does not fit header and claims' }, about);
  }
  const reason = `This browser cannot check signatures of ${alg}. Use a newer one, or have the provider sign with RS256.`;
  return notChecked('signature', reason, about);
}
