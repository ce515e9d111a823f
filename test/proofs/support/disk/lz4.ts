import { copyWithin } from './snappy.ts';

/** A block of LZ4: https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md. `length`: of what it holds. */
export function decodeLz4(block: Uint8Array, length: number): Buffer {
  const out = Buffer.alloc(length);
  let at = 0;
  let end = 0;
  const byte = (): number => {
    const value = block[at++];
    if (value === undefined) throw new Error('The block ends too early');
    return value;
  };
  const extended = (count: number): number => {
    let whole = count;
    for (let more = count === 15; more; ) {
      const next = byte();
      whole += next;
      more = next === 255;
    }
    return whole;
  };
  while (at < block.length) {
    const token = byte();
    const literal = extended(token >> 4);
    if (at + literal > block.length || end + literal > length) throw new Error('A literal is too long');
    out.set(block.subarray(at, at + literal), end);
    at += literal;
    end += literal;
    if (at === block.length) break; // the last sequence is a literal alone
    const offset = byte() + byte() * 256;
    end = copyWithin(out, end, offset, 4 + extended(token & 15));
  }
  if (end !== length) throw new Error('The block holds less than it says');
  return out;
}

const mozStart = Buffer.from('mozLz40\0');

/** What lies in a file of Firefox's own kind, such as its session restore; nothing where it is none. */
export function decodeMozLz4(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, mozStart.length).equals(mozStart)) return undefined;
  return decodeLz4(bytes.subarray(mozStart.length + 4), bytes.readUInt32LE(mozStart.length));
}
