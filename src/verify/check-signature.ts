import { compactVerify } from 'jose';
import { lendBase64url } from '../protocol/base64url.ts';
import { lendUtf8 } from '../protocol/utf8.ts';
import { findImported, importKey } from './import-key.ts';
import type { Jwk } from './known.ts';
import { findParameters, type SubtleParameters } from './subtle-parameters.ts';

/** `unfit`: none of the keys could be read. `unsupported`: this browser does not know the algorithm. */
export type SignatureResult = 'fits' | 'differs' | 'unfit' | 'unsupported';

/** Whether one of the keys made the signature of a token. The algorithm was judged before. Never throws. */
export async function checkWithKeys(raw: string, alg: string, keys: readonly Jwk[]): Promise<SignatureResult> {
  const parameters = findParameters(alg);
  if (!parameters) return 'unsupported';
  let result: SignatureResult = 'unfit';
  for (const key of keys) {
    const imported = findImported(key, alg) ?? (await importKey(key, alg));
    if (!imported.ok) {
      if (imported.why === 'unsupported') return 'unsupported';
    } else if (await isSignedWith(raw, parameters, imported.key)) {
      return 'fits';
    } else {
      result = 'differs';
    }
  }
  return result;
}

const { subtle } = crypto;

/**
 * RFC 7515 section 5.2, step 8. The form of the token was judged before: a library that read it once more would take as
 * long for that as for the check.
 */
async function isSignedWith(raw: string, parameters: SubtleParameters, key: CryptoKey): Promise<boolean> {
  const end = raw.lastIndexOf('.');
  const { bytes: signature } = lendBase64url(raw.slice(end + 1));
  try {
    return await subtle.verify(parameters, key, signature, lendUtf8(raw.slice(0, end)));
  } catch {
    return false; // a signature of a length that the algorithm has not
  }
}

/** Whether a shared secret made the signature of a token (RFC 7518 section 3.2). Never throws. */
export async function checkWithSecret(raw: string, alg: string, secret: Uint8Array): Promise<SignatureResult> {
  try {
    await compactVerify(raw, secret, { algorithms: [alg] });
    return 'fits';
  } catch {
    return 'differs'; // the error may quote the token
  }
}
