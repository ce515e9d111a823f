import { importJWK } from 'jose';
import type { Jwk } from './known.ts';

/** `unfit`: the values of the key are none. `unsupported`: this browser does not know the algorithm. */
export type Imported = { ok: true; key: CryptoKey } | { ok: false; why: 'unfit' | 'unsupported' };

/** Importing costs as much as checking a signature, so the keys of late are kept by their values. */
const mostKept = 50;
const kept = new Map<string, Promise<Imported>>();

/** And by the set that they stand in, which takes less time to look up and none to wait. */
const ready = new WeakMap<Jwk, Map<string, Imported>>();

const publicMembers = ['kty', 'crv', 'n', 'e', 'x', 'y'];

/** What importing this very object for an algorithm came to, once it has. */
export function findImported(key: Jwk, alg: string): Imported | undefined {
  return ready.get(key)?.get(alg);
}

/** Imports the public values of a key for one algorithm; what else it declares was judged before. Never throws. */
export async function importKey(key: Jwk, alg: string): Promise<Imported> {
  const imported = await importOnce(key, alg);
  const ofKey = ready.get(key) ?? new Map<string, Imported>();
  ready.set(key, ofKey.set(alg, imported));
  return imported;
}

function importOnce(key: Jwk, alg: string): Promise<Imported> {
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
