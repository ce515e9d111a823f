/** Marks that stand in place of values: equal for equal values of one export, and saying nothing of them beyond it. */
export type Marks = ReadonlyMap<string, string>;

/** In hexadecimal digits: what a mark shows of a fingerprint. With more it might hold eight characters of a value. */
const [fewest, most] = [4, 7];

/**
 * A mark such as `‹code 7f3a›` for each value (HMAC-SHA-256 under the salt, which is kept nowhere). Those of different
 * values differ. `labels`: what each value is.
 */
export async function fingerprints(labels: ReadonlyMap<string, string>, salt: Uint8Array<ArrayBuffer>): Promise<Marks> {
  const key = await crypto.subtle.importKey('raw', salt, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const values = [...labels.keys()];
  const digests = await Promise.all(
    values.map((value) => crypto.subtle.sign('HMAC', key, new TextEncoder().encode(value))),
  );
  const taken = new Set<string>();
  return new Map(
    values.map((value, at) => {
      const short = freeOf(hex(digests[at]), taken);
      taken.add(short);
      return [value, `‹${labels.get(value)} ${short}›`];
    }),
  );
}

function hex(digest: ArrayBuffer = new ArrayBuffer(0)): string {
  return Array.from(new Uint8Array(digest).subarray(0, most), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function freeOf(digest: string, taken: ReadonlySet<string>): string {
  for (let length = fewest; length <= most; length += 1) {
    if (!taken.has(digest.slice(0, length))) return digest.slice(0, length);
  }
  let count = 2;
  while (taken.has(`${digest.slice(0, most)} ${count}`)) count += 1;
  return `${digest.slice(0, most)} ${count}`;
}

/** 128 random bits. */
export function newSalt(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(16));
}
