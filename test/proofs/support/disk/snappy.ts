/** A block in Snappy's raw format: https://github.com/google/snappy/blob/main/format_description.txt. Throws on any other. */
export function decodeSnappy(block: Uint8Array): Buffer {
  let at = 0;
  const byte = (): number => {
    const value = block[at++];
    if (value === undefined) throw new Error('The block ends too early');
    return value;
  };
  const little = (count: number): number => {
    let value = 0;
    for (let index = 0; index < count; index++) value += byte() * 2 ** (8 * index);
    return value;
  };
  let length = 0;
  for (let shift = 0, more = true; more; shift += 7) {
    const part = byte();
    length += (part & 127) * 2 ** shift;
    more = part > 127;
  }
  // no byte of a block stands for more than 22
  if (length > block.length * 64) throw new Error('The block is too short for what it says it holds');
  const out = Buffer.alloc(length);
  let end = 0;
  while (at < block.length) {
    const tag = byte();
    if ((tag & 3) === 0) {
      const short = tag >> 2;
      const count = 1 + (short < 60 ? short : little(short - 59));
      if (at + count > block.length || end + count > length) throw new Error('A literal is too long');
      out.set(block.subarray(at, at + count), end);
      at += count;
      end += count;
      continue;
    }
    const isNear = (tag & 3) === 1;
    const count = isNear ? 4 + ((tag >> 2) & 7) : 1 + (tag >> 2);
    const offset = isNear ? (tag >> 5) * 256 + byte() : little((tag & 3) === 2 ? 2 : 4);
    end = copyWithin(out, end, offset, count);
  }
  if (end !== length) throw new Error('The block holds less than it says');
  return out;
}

const frameStart = Buffer.from('\xff\x06\x00\x00sNaPpY', 'latin1');

/** A stream of such blocks, as Firefox writes a long value beside a database; nothing where it is none. */
export function decodeSnappyFrames(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, frameStart.length).equals(frameStart)) return undefined;
  const parts: Buffer[] = [];
  for (let at = frameStart.length; at + 4 <= bytes.length; ) {
    const size = bytes.readUIntLE(at + 1, 3);
    const data = bytes.subarray(at + 8, at + 4 + size); // behind a checksum
    if (bytes[at] === 0) parts.push(decodeSnappy(data));
    else if (bytes[at] === 1) parts.push(data);
    at += 4 + size;
  }
  return Buffer.concat(parts);
}

/** Copies what was written `offset` bytes ago to the end, and gives the new end; it may run into what it writes. */
export function copyWithin(out: Buffer, end: number, offset: number, count: number): number {
  if (offset === 0 || offset > end || end + count > out.length) throw new Error('A copy lies outside');
  for (let index = 0; index < count; index++) out[end + index] = out[end + index - offset] ?? 0;
  return end + count;
}
