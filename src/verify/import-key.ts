import { importJWK } from 'jose';
import type { Jwk } from './known.ts';

/** `unfit`: the values of the key are none. `unsupported`: this browser does not know the algorithm. */
export type Imported = { ok: true; key: CryptoKey } | { ok: false; why: 'unfit' | 'unsupported' };

/** Importing costs as much as checking a signature, so the keys of late are kept. */
const mostKept = 50;
const kept = new Map<string, Promise<Imported>>();

const publicMembers = ['kty', 'crv', 'n', 'e', 'x', 'y'];

/** Imports the public values of a key for one algorithm; what else it declares was judged before. Never throws. */
export function importKey(key: Jwk, alg: string): Promise<Imported> {
  const values = Object.fromEntries(
    publicMembers.flatMap((name) => (Object.hasOwn(key, name) ? [[name, key[name]]] : [])),
  );
  const id = `${alg} ${JSON.stringify(values)}`;
  const known = kept.get(id);
  if (known) return known;
  const imported = importValues(values, alg);
  kept.set(id, imported);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return imported;
}

async function importValues(values: Record<string, unknown>, alg: string): Promise<Imported> {
  try {
    const key = await importJWK(values, alg);
    return key instanceof Uint8Array ? { ok: false, why: 'unfit' } : { ok: true, key };
  } catch (error) {
    return { ok: false, why: isUnsupported(error) ? 'unsupported' : 'unfit' };
  }
}

function isUnsupported(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NotSupportedError' || error.name === 'JOSENotSupported');
}
