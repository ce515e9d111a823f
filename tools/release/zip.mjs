import { crc32 } from 'node:zlib';
import { deflateRaw } from 'pako';

// 1980-01-01, the earliest day of the format: the same files give the same bytes.
const DAY = 0x21;
const UNIX = 3;
/** What is packed already gains nothing. */
const isPacked = /\.(?:png|gz|zip|xpi)$/;

/** @typedef {{ name: string, data: Uint8Array, isProgram?: boolean }} ZipEntry names with forward slashes */

/**
 * A zip archive with its files in the order of their names. The deflate is JavaScript: that of Node gives other bytes on another
 * processor or with another zlib.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16
 *
 * @param {ZipEntry[]} files
 * @param {{ isStored?: boolean }} [options] `isStored`: without compression
 */
export function zip(files, { isStored = false } = {}) {
  /** @type {Uint8Array[]} */
  const bodies = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let offset = 0;
  for (const { name, data, isProgram = false } of files.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const packed = isStored || isPacked.test(name) ? undefined : deflateRaw(data, { level: 9 });
    const common = commonHeader(Buffer.from(name), data, packed);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed ?? data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE((isProgram ? 0o100755 : 0o100644) * 0x10000, 6);
    place.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.from(['P'.charCodeAt(0), 'K'.charCodeAt(0), 1, 2, 20, UNIX]),
      common,
      place,
      Buffer.from(name),
    );
    bodies.push(body);
    offset += body.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, index, end]);
}

/**
 * What the header before a file and its entry in the directory have in common.
 *
 * @param {Buffer} name
 * @param {Uint8Array} data
 * @param {Uint8Array | undefined} packed
 */
function commonHeader(name, data, packed) {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0); // version 2.0 is needed to read it
  header.writeUInt16LE(0x0800, 2); // names are UTF-8
  header.writeUInt16LE(packed ? 8 : 0, 4);
  header.writeUInt16LE(DAY, 8);
  header.writeUInt32LE(crc32(data), 10);
  header.writeUInt32LE(packed?.length ?? data.length, 14);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}
