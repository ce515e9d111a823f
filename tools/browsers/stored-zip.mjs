import { crc32 } from 'node:zlib';

// 1980-01-01, the earliest day of the format: the same files give the same bytes.
const DAY = 0x21;

/**
 * A zip archive whose files are stored without compression.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16
 *
 * @param {{ name: string, data: Uint8Array }[]} files names with forward slashes
 * @returns {Buffer}
 */
export function storedZip(files) {
  /** @type {Buffer[]} */
  const bodies = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const { name, data } of files) {
    const common = commonHeader(Buffer.from(name), data);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, Buffer.from(name));
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
 */
function commonHeader(name, data) {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0); // version 2.0 is needed to read it
  header.writeUInt16LE(0x0800, 2); // names are UTF-8
  header.writeUInt16LE(DAY, 8);
  header.writeUInt32LE(crc32(data), 10);
  header.writeUInt32LE(data.length, 14);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}
