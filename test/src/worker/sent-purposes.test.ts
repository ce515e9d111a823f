import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Purpose, purposes } from '../../../src/protocol/records.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** The rows of docs/privacy.md, “What it sends”: to where, when, and with what. */
const section =
  read('docs/privacy.md')
    .split('\n## ')
    .find((one) => one.startsWith('What it sends')) ?? '';
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) => line.slice(2, -2).split(' | '));
const fetched = rows.filter(([to = '']) => !/\bin? ?a tab\b|as a tab|tab behind/.test(to));

/** In which row each purpose is documented: where it goes, and what is particular to what it carries. */
const rowOf: Record<Purpose, [to: string, carries: string]> = {
  discovery: ['the issuer’s metadata', 'nothing'],
  keys: ['the issuer’s key set', 'nothing'],
  userinfo: ['userInfo', 'the access token'],
  code: ['the token endpoint', 'the code'],
  refresh: ['the token endpoint', 'the refresh token'],
  client_token: ['the token endpoint', 'the client’s id'],
  revocation: ['the revocation endpoint', 'the token that is to end'],
};
const straight = (text = '') => text.replaceAll('’', "'");
const rowsFor = (purpose: Purpose) => {
  const [to, carries] = rowOf[purpose].map(straight);
  return fetched.filter((row) => straight(row[0]) === to && straight(row[2]).startsWith(carries ?? ''));
};

describe('docs/privacy.md, “What it sends”', () => {
  test.each(purposes)('has one row for %s', (purpose) => expect(rowsFor(purpose)).toHaveLength(1));

  test('has no row that nothing is sent for', () => {
    const documented = new Set(purposes.flatMap(rowsFor));
    expect(fetched.filter((row) => !documented.has(row))).toEqual([]);
    expect(rows.length - fetched.length).toBe(3);
  });
});

/** The code of what ships, with its name. */
const sources = ['src', 'popup'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('popup/dev/'))
    .map((name): [string, string] => [name, read(name)]),
);
const naming = (what: RegExp) => sources.filter(([, text]) => what.test(text)).map(([name]) => name);

describe('what sends', () => {
  test('is one file alone', () => {
    // fetch-code.ts writes such a call for others; what lazy.tsx calls so imports a file
    const named = ['src/actions/guarded-fetch.ts', 'src/handover/fetch-code.ts', 'popup/parts/lazy.tsx'];
    expect(naming(/(?<![\w.'’-])fetch\(/)).toEqual(named);
    expect(sources.find(([name]) => name === 'popup/parts/lazy.tsx')?.[1]).toContain('fetch: () => Promise<M>');
  });

  test('is handed to whatever calls by the one that notes each request with its purpose', () => {
    const parts = read('src/worker/parts.ts');
    expect(parts).toContain("createJudging({ ...context, forgotten }, world, sent.get('discovery'), sent.get('keys'))");
    expect(parts).toContain('postFor: sent.post');
    expect(read('src/worker/answers.ts')).toContain("get: sent.get('userinfo')");
  });

  test('has no other way out', () => {
    const others =
      /\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|RTCPeerConnection|WebTransport)\b/;
    expect(naming(others)).toEqual([]);
    expect(naming(/\bglobalThis\.fetch\b|\bself\.fetch\b|\bwindow\.fetch\b/)).toEqual([]);
  });
});
