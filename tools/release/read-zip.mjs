import { crc32, inflateRawSync } from 'node:zlib';

/**
 * The files of an archive that `zip` has made. Throws where one is not what its directory says.
 *
 * @param {Uint8Array} bytes
 * @returns {import('./zip.mjs').ZipEntry[]}
 */
export function readZip(bytes) {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = archive.subarray(-22);
  let at = end.readUInt32LE(16);
  return Array.from({ length: end.readUInt16LE(10) }, () => {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const start = archive.readUInt32LE(at + 42) + 30 + nameLength;
    const body = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    const data = archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : Buffer.from(body);
    if (crc32(data) !== archive.readUInt32LE(at + 16)) throw new Error(`${name} is damaged`);
    const isProgram = (archive.readUInt16LE(at + 40) & 0o111) !== 0;
    at += 46 + nameLength;
    return { name, data, isProgram };
  });
}
