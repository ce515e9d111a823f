import { decodeSnappy } from './snappy.ts';

const magic = Buffer.from('57fb808b247547db', 'hex');
const footerLength = 48;
const logBlock = 32_768;

/**
 * Every key of a table with its value, those too that were overwritten or deleted since. Throws where it is no table.
 * https://github.com/google/leveldb/blob/main/doc/table_format.md
 */
export function readTable(file: Buffer): Buffer[] {
  const footer = file.subarray(-footerLength);
  if (footer.length < footerLength || !footer.subarray(-8).equals(magic)) throw new Error('No table of LevelDB');
  const [, afterIndexOfMeta] = readHandle(footer, 0);
  const [index] = readHandle(footer, afterIndexOfMeta);
  return entriesOf(blockAt(file, index)).flatMap(({ key, value }) => {
    const [handle] = readHandle(value, 0);
    return [key, ...entriesOf(blockAt(file, handle)).map((entry) => Buffer.concat([entry.key, entry.value]))];
  });
}

/**
 * Every record of a log, those put together that were cut at the end of a block. What the browser was still writing when it
 * ended is given as far as it came. https://github.com/google/leveldb/blob/main/doc/log_format.md
 */
export function readLog(file: Buffer): Buffer[] {
  const records: Buffer[] = [];
  let parts: Buffer[] = [];
  for (let start = 0; start < file.length; start += logBlock) {
    const block = file.subarray(start, start + logBlock);
    for (let at = 0; at + 7 <= block.length; ) {
      const length = block.readUInt16LE(at + 4);
      const type = block[at + 6] ?? 0;
      if (type === 0) break; // the rest of the block is empty
      if (type === 1 || type === 2) parts = [];
      parts.push(block.subarray(at + 7, at + 7 + length));
      if (type === 1 || type === 4) {
        records.push(Buffer.concat(parts));
        parts = [];
      }
      at += 7 + length;
    }
  }
  return parts.length > 0 ? [...records, Buffer.concat(parts)] : records;
}

type Handle = { offset: number; size: number };

function readHandle(bytes: Buffer, at: number): [handle: Handle, next: number] {
  const [offset, middle] = readVarint(bytes, at);
  const [size, next] = readVarint(bytes, middle);
  return [{ offset, size }, next];
}

function readVarint(bytes: Buffer, start: number): [value: number, next: number] {
  let value = 0;
  for (let at = start; ; at++) {
    const byte = bytes[at];
    if (byte === undefined) throw new Error('A number ends too early');
    value += (byte & 127) * 2 ** (7 * (at - start));
    if (byte < 128) return [value, at + 1];
  }
}

function blockAt(file: Buffer, { offset, size }: Handle): Buffer {
  const block = file.subarray(offset, offset + size);
  const type = file[offset + size];
  if (type === 0) return block;
  if (type === 1) return decodeSnappy(block);
  throw new Error(`A block is compressed in a way that is not known: ${type}`);
}

/** A key begins with as much of the one before as it says. */
function entriesOf(block: Buffer): { key: Buffer; value: Buffer }[] {
  const restarts = block.readUInt32LE(block.length - 4);
  const end = block.length - 4 - 4 * restarts;
  const entries: { key: Buffer; value: Buffer }[] = [];
  let key = Buffer.alloc(0);
  for (let at = 0; at < end; ) {
    const [shared, second] = readVarint(block, at);
    const [own, third] = readVarint(block, second);
    const [length, begin] = readVarint(block, third);
    key = Buffer.concat([key.subarray(0, shared), block.subarray(begin, begin + own)]);
    at = begin + own + length;
    entries.push({ key, value: block.subarray(begin + own, at) });
  }
  return entries;
}
