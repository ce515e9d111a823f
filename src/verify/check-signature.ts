import { compactVerify } from 'jose';
import { importKey } from './import-key.ts';
import type { Jwk } from './known.ts';

/** `unfit`: none of the keys could be read. `unsupported`: this browser does not know the algorithm. */
export type SignatureResult = 'fits' | 'differs' | 'unfit' | 'unsupported';

/** Whether one of the keys made the signature of a token. The algorithm was judged before. Never throws. */
export async function checkWithKeys(raw: string, alg: string, keys: readonly Jwk[]): Promise<SignatureResult> {
  let result: SignatureResult = 'unfit';
  for (const key of keys) {
    const imported = await importKey(key, alg);
    if (!imported.ok) {
      if (imported.why === 'unsupported') return 'unsupported';
    } else if (await isSignedWith(raw, alg, imported.key)) {
      return 'fits';
    } else {
      result = 'differs';
    }
  }
  return result;
}

/** Whether a shared secret made the signature of a token (RFC 7518 section 3.2). Never throws. */
export async function checkWithSecret(raw: string, alg: string, secret: Uint8Array): Promise<SignatureResult> {
  return (await isSignedWith(raw, alg, secret)) ? 'fits' : 'differs';
}

async function isSignedWith(raw: string, alg: string, key: CryptoKey | Uint8Array): Promise<boolean> {
  try {
    await compactVerify(raw, key, { algorithms: [alg] });
    return true;
  } catch {
    return false; // the error may quote the token
  }
}
