import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { waitUntil } from '../../tools/wait-until.mjs';
import { compressible } from './support/disk/ledger.ts';
import { readLog, readTable } from './support/disk/leveldb.ts';
import { decodeLz4, decodeMozLz4 } from './support/disk/lz4.ts';
import { type Secret, searcherFor } from './support/disk/needles.ts';
import { openFile } from './support/disk/open-file.ts';
import { placeOf } from './support/disk/place-of.ts';
import { searchProfile } from './support/disk/search-profile.ts';
import { decodeSnappy, decodeSnappyFrames } from './support/disk/snappy.ts';

const secretOf = (value: string, over: Partial<Secret> = {}): Secret => ({
  name: 'it',
  value,
  inAddress: false,
  ...over,
});
const bytesOf = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const textOf = (parts: Buffer[]) => parts.map((part) => part.toString('latin1'));

describe('the bytes of a file', () => {
  const token = `eyJhbGciOiJSUzI1NiJ9.${'abc-_123'.repeat(12)}.signature-of-it`;
  const found = (bytes: Buffer, value = token) => searcherFor([secretOf(value)])(bytes).map(({ form }) => form);
  const beside = (bytes: Buffer) => Buffer.concat([Buffer.from('before it'), bytes, Buffer.from('after it')]);

  test.each([
    ['UTF-8', Buffer.from(token)],
    ['UTF-16LE', Buffer.from(token, 'utf16le')],
    ['UTF-16BE', Buffer.from(token, 'utf16le').swap16()],
    ['base64', Buffer.from(Buffer.from(token).toString('base64'))],
    ['base64', Buffer.from(Buffer.from(`.${token}`).toString('base64'))],
    ['base64', Buffer.from(Buffer.from(`id:${token}`).toString('base64'))],
    ['base64', Buffer.from(Buffer.from(`..${token}`).toString('base64url'))],
  ])('show it in %s', (form, bytes) => {
    expect(found(beside(bytes))).toContain(form);
  });

  test('show what is percent-encoded, and what base64url writes otherwise', () => {
    const strange = 'a secret with %, ~~~ and ???>>>';
    expect(found(beside(Buffer.from(encodeURIComponent(strange))), strange)).toEqual(['percent-encoded']);
    expect(found(beside(Buffer.from(Buffer.from(strange).toString('base64url'))), strange)).toContain('base64url');
    expect(found(beside(Buffer.from(Buffer.from(strange).toString('base64'))), strange)).toContain('base64');
  });

  test.each([
    ['its beginning', token.slice(0, 60)],
    ['its middle', token.slice(40, 100)],
    ['its end', token.slice(-60)],
  ])('show one that was cut by %s', (_, part) => {
    expect(found(beside(Buffer.from(part)))).toEqual(['UTF-8']);
  });

  test('show nothing where it is not, and refuse what is too short to be told from chance', () => {
    expect(found(beside(Buffer.from(token.toUpperCase())))).toEqual([]);
    expect(() => searcherFor([secretOf('short')])).toThrow('too short');
  });

  test('with the beginning that tokens of one key have in common do not accuse one that was in no address', () => {
    const inAddress = secretOf(`${token.slice(0, 45)}${'x'.repeat(60)}`, { name: 'in address', inAddress: true });
    const search = searcherFor([secretOf(token), inAddress]);
    expect(search(Buffer.from(inAddress.value)).map(({ secret }) => secret.name)).toEqual(['in address']);
    expect(search(Buffer.from(token)).map(({ secret }) => secret.name)).toContain('it');
  });
});

describe('a compressed block', () => {
  // 20 bytes: a literal of 4, a near copy, a literal, a far copy of two bytes that runs into itself
  test('of Snappy is read: literals, copies near and far', () => {
    expect(decodeSnappy(bytesOf('14 0c 61626364 01 04 00 78 2a 0100')).toString()).toBe(`abcdabcdx${'x'.repeat(11)}`);
  });

  test('of Snappy with a long literal is read', () => {
    const text = 'l'.repeat(70);
    expect(decodeSnappy(Buffer.concat([bytesOf('46 f0 45'), Buffer.from(text)])).toString()).toBe(text);
  });

  test('of LZ4 is read: literals, copies, long lengths', () => {
    // a literal of 4, a copy of 4 + 15 + 2, a last literal
    expect(decodeLz4(bytesOf('4f 61626364 0400 02 20 7879'), 27).toString()).toBe(`${'abcd'.repeat(7).slice(0, 25)}xy`);
  });

  test.each([
    ['that ends early', '14 0c 6162'],
    ['that copies from before its beginning', '08 0c 61626364 01 ff'],
    ['that holds less than it says', '14 0c 61626364'],
    ['that says too much', 'ff ff ff ff 7f 00 61'],
  ])('%s is refused', (_, hex) => {
    expect(() => decodeSnappy(bytesOf(hex))).toThrow();
  });

  test('of Firefox is known by its beginning', () => {
    const block = bytesOf('40 61626364');
    expect(decodeMozLz4(Buffer.concat([Buffer.from('mozLz40\0'), bytesOf('04000000'), block]))?.toString()).toBe(
      'abcd',
    );
    expect(decodeMozLz4(Buffer.from('{"a":1}'))).toBeUndefined();
    const frames = 'ff060000 734e61507059 00 0a0000 00000000 04 0c 61626364 01 060000 00000000 6566';
    expect(decodeSnappyFrames(bytesOf(frames))?.toString()).toBe('abcdef');
    expect(decodeSnappyFrames(Buffer.from('abcd'))).toBeUndefined();
  });
});

describe('a database of LevelDB', () => {
  /** One entry of a block: how much of the last key, the rest of it, its value. */
  const entry = (shared: number, key: string, value: Buffer) =>
    Buffer.concat([Buffer.from([shared, key.length, value.length]), Buffer.from(key), value]);
  const block = (...entries: Buffer[]) => Buffer.concat([...entries, bytesOf('00000000 01000000')]);
  const stored = (bytes: Buffer, type: number) => Buffer.concat([bytes, Buffer.from([type, 0, 0, 0, 0])]);
  /** A block of Snappy that is one literal. */
  const literal = (bytes: Buffer) => Buffer.concat([Buffer.from([bytes.length, (bytes.length - 1) << 2]), bytes]);
  function table(type: number, compress = (bytes: Buffer) => bytes): Buffer {
    const data = compress(block(entry(0, 'key-a', Buffer.from('first')), entry(4, 'b', Buffer.from('second'))));
    const index = block(entry(0, 'z', Buffer.from([0, data.length])));
    const footer = Buffer.alloc(48);
    footer.set([0, 0, data.length + 5, index.length]);
    footer.set(bytesOf('57fb808b247547db'), 40);
    return Buffer.concat([stored(data, type), stored(index, 0), footer]);
  }

  test('gives the entries of a table, with their whole keys', () => {
    expect(textOf(readTable(table(0)))).toEqual(['z', 'key-afirst', 'key-bsecond']);
    expect(textOf(readTable(table(1, literal)))).toEqual(['z', 'key-afirst', 'key-bsecond']);
  });

  test('with a block that is compressed in another way, or that is none, is refused', () => {
    expect(() => readTable(table(2))).toThrow('not known');
    expect(() => readTable(Buffer.from('nothing of the kind'))).toThrow('No table');
  });

  test('gives the records of a log, those put together that were cut, and the beginning of one that was never finished', () => {
    const part = (type: number, text: Buffer) => {
      const head = Buffer.alloc(7);
      head.writeUInt16LE(text.length, 4);
      head[6] = type;
      return Buffer.concat([head, text]);
    };
    const long = Buffer.from('long '.repeat(14_000));
    const size = 32_768 - 7;
    const rest = size - 7 - 3;
    const log = Buffer.concat([
      part(1, Buffer.from('one')),
      part(2, long.subarray(0, rest)),
      part(3, long.subarray(rest, rest + size)),
      part(4, long.subarray(rest + size)),
      part(2, Buffer.from('begun')),
    ]);
    expect(textOf(readLog(log))).toEqual(['one', long.toString(), 'begun']);
  });
});

describe('a profile', () => {
  let folder: string;
  const browser = { kind: 'firefox', extensionId: 'it@example.org' } as const;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'claimcheck-search-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, bytes: Buffer | string) => writeFileSync(path.join(folder, name), bytes);

  test('is searched beneath its compression, which a search of bytes alone does not see', () => {
    const secret = secretOf(compressible());
    write('a.gz', gzipSync(secret.value));
    expect(searchProfile(folder, [secret], browser).hits).toMatchObject([{ file: 'a.gz', isOpened: true }]);
    expect(searchProfile(folder, [secret], browser, { isBlind: true }).hits).toEqual([]);
  });

  test('is searched in the names of its files too', () => {
    write('token-of-a-file', '');
    expect(searchProfile(folder, [secretOf('token-of-a-file')], browser).hits).toHaveLength(1);
  });

  test('with a file that cannot be opened says so', () => {
    write('000001.ldb', 'no table');
    expect(searchProfile(folder, [], browser).unopened).toMatchObject([{ file: '000001.ldb' }]);
  });

  test('shows what a database holds, has in its log, and held before', async () => {
    const [present, logged, past] = ['it is there', 'it is in the log', 'it was there'].map((text) => `${text} 0123`);
    const hex = (text = '') => {
      // a block of Snappy in which the text is cut by a copy: 'xxxxx' + the text
      const bytes = Buffer.from(text);
      const block = [
        Buffer.from([bytes.length + 5, 0]),
        bytesOf('78 01 01'),
        Buffer.from([(bytes.length - 1) << 2]),
        bytes,
      ];
      return Buffer.concat(block).toString('hex');
    };
    const file = path.join(folder, 'a.sqlite');
    const shell = spawn('sqlite3', ['-batch', file], { stdio: ['pipe', 'pipe', 'inherit'] });
    let said = '';
    shell.stdout.on('data', (chunk) => (said += chunk));
    shell.stdin.write(`
      PRAGMA page_size = 512; PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 0;
      CREATE TABLE t (id INTEGER PRIMARY KEY, value); INSERT INTO t VALUES (1, x'${hex(present)}');
      PRAGMA wal_checkpoint(TRUNCATE); INSERT INTO t VALUES (2, x'${hex(past)}');
      DELETE FROM t WHERE id = 2; INSERT INTO t VALUES (3, '${logged}'); SELECT 'written';\n`);
    await waitUntil(() => said.includes('written'), { what: 'the database' });
    const search = searcherFor(
      [present, logged, past].map((value = '', index) => secretOf(value, { name: `${index}` })),
    );
    const bytes = Buffer.from('SQLite format 3\0');
    const namesIn = (hasPast: boolean) =>
      [
        ...new Set(openFile(file, bytes, { hasPast }).flatMap((part) => search(part).map(({ secret }) => secret.name))),
      ].sort();
    expect(namesIn(false)).toEqual(['0', '1']);
    expect(namesIn(true)).toEqual(['0', '1', '2']);
    shell.stdin.end();
    await once(shell, 'close');
  });
});

describe('a place', () => {
  test.each([
    ['chromium', 'Default/Local Extension Settings/abc/000003.log', 'extension'],
    ['chromium', 'Default/Sync Extension Settings/other/000003.log', 'extension'],
    ['chromium', 'Default/IndexedDB/chrome-extension_abc_0.indexeddb.leveldb/000003.log', 'extension'],
    ['chromium', 'Default/Local Storage/leveldb/000003.log', 'extension'],
    ['chromium', 'Default/Service Worker/Database/000003.log', 'extension'],
    ['chromium', 'Default/History', 'addresses'],
    ['chromium', 'Default/Sessions/Session_1', 'addresses'],
    ['chromium', 'Default/Something new', 'unknown'],
    ['firefox', 'storage/default/moz-extension+++1-2/idb/1.sqlite-wal', 'extension'],
    ['firefox', 'storage-sync-v2.sqlite', 'extension'],
    ['firefox', 'places.sqlite-wal', 'addresses'],
    ['firefox', 'sessionstore-backups/recovery.jsonlz4', 'addresses'],
    ['firefox', 'formhistory.sqlite', 'unknown'],
  ] as const)('in %s: %s is of %s', (kind, file, whose) => {
    expect(placeOf(kind, 'abc', file).whose).toBe(whose);
  });
});
