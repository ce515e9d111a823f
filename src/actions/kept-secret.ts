import * as v from 'valibot';
import { decodeBase64url, encodeBase64url } from '../protocol/base64url.ts';
import { type KeptSecret, keptSecretSchema } from '../protocol/records.ts';

/** How often the passphrase is hashed: what OWASP asks of PBKDF2 with SHA-256. Each record names its own count. */
const iterations = 600_000;
/** A record that names more was not written here, and would keep the worker busy for minutes. */
const mostIterations = 10_000_000;

export type Opened = { ok: true; secret: string } | { ok: false; problem: 'passphrase' | 'record' };

/**
 * Encrypts the client secret of a profile under a passphrase: AES-256-GCM (NIST SP 800-38D), the key by PBKDF2 with
 * SHA-256 (RFC 8018 section 5.2), with a salt and an iv that are used once. The profile's id is bound to it.
 */
export async function lockSecret(secret: string, passphrase: string, profileId: string): Promise<KeptSecret> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyFrom(passphrase, salt, iterations);
  const data = await crypto.subtle.encrypt(bound(iv, profileId), key, new TextEncoder().encode(secret));
  return {
    version: 1,
    iterations,
    salt: encodeBase64url(salt),
    iv: encodeBase64url(iv),
    data: encodeBase64url(new Uint8Array(data)),
  };
}

/**
 * Decrypts it. A passphrase that does not open the record cannot be told from a record that was changed; `record` is one
 * that was not written here. Never throws.
 */
export async function openSecret(record: unknown, passphrase: string, profileId: string): Promise<Opened> {
  const parts = readRecord(record);
  if (!parts) return { ok: false, problem: 'record' };
  try {
    const key = await keyFrom(passphrase, parts.salt, parts.iterations);
    const data = await crypto.subtle.decrypt(bound(parts.iv, profileId), key, parts.data);
    return { ok: true, secret: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data) };
  } catch {
    return { ok: false, problem: 'passphrase' };
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

function readRecord(record: unknown): { iterations: number; salt: Bytes; iv: Bytes; data: Bytes } | undefined {
  if (!v.is(keptSecretSchema, record)) return undefined;
  const [salt, iv, data] = [record.salt, record.iv, record.data].map(decodeBase64url);
  const isWhole = salt?.bytes.length === 16 && iv?.bytes.length === 12 && data !== undefined;
  const isClean = [salt, iv, data].every((part) => part?.problems.length === 0);
  const isCounted =
    Number.isInteger(record.iterations) && record.iterations >= iterations && record.iterations <= mostIterations;
  if (!isWhole || !isClean || !isCounted) return undefined;
  return { iterations: record.iterations, salt: salt.bytes, iv: iv.bytes, data: data.bytes };
}

/** The same passphrase on another keyboard may come as other code points, so it is normalised (RFC 8265 section 4.2). */
async function keyFrom(passphrase: string, salt: Bytes, count: number): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: count };
  return crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** What a record of another profile, put in this one's place, fails by. */
function bound(iv: Bytes, profileId: string): AesGcmParams {
  const additionalData = new TextEncoder().encode(JSON.stringify(['claimcheck client secret', 1, profileId]));
  return { name: 'AES-GCM', iv, additionalData };
}
