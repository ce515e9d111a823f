import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { browsers, buildFor } from '../build.mjs';
import { licencesOf } from '../tools/licences.mjs';
import { findCodeFromText, hostsIn } from './support/code-from-text.ts';

/** Each file of a folder with the hash of its bytes. */
function fingerprint(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(folder, file)).isFile(),
  );
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(folder, file)))
        .digest('hex'),
    ]),
  );
}

/** A file and what it imports before it runs, dynamic imports not among it. */
function statically(folder: string, file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(path.join(folder, file), 'utf8');
  for (const [, imported = ''] of text.matchAll(/(?:from|import)"\.\/([^"]+)"/g)) statically(folder, imported, seen);
  return seen;
}

type Versions = Record<string, string>;

/** Of Cognito and its console, of examples and samples, of namespaces, and of this machine. Nothing is fetched from a fixed one. */
const namedHosts = [
  '*.*.amazonaws.com',
  '*.auth.*.amazoncognito.com',
  '*.console.aws.amazon.com',
  '127.0.0.1',
  'api.example.com',
  'api.sample.invalid',
  'app.sample.invalid',
  'claimcheck.auth.sample.invalid',
  'cognito-idp',
  'cognito-idp.*.amazonaws.com',
  'cognito-idp.sample.invalid',
  'localhost',
  'login.example.com',
  'pasted.invalid',
  'schema.getpostman.com',
  'schemas.openid.net',
  'www.w3.org',
];

describe.each(browsers)('the build for %s', (browser) => {
  // a variant of its own, so that no test in a browser loses the folder it runs from
  const variant = ['webNavigation', 'hosts'];
  let first: Record<string, string>;
  let out: string;
  beforeAll(async () => {
    out = await buildFor(browser, variant);
    first = fingerprint(out);
  }, 60_000);

  test('is the same to the byte when it is made again', async () => {
    await buildFor(browser, variant);
    expect(fingerprint(out)).toEqual(first);
  });

  test('holds the pages, the worker and the icons, and nothing else but shared parts', () => {
    const files = Object.keys(first).filter((file) => !/^shared-[A-Z0-9]+\.js$/.test(file));
    expect(files).toEqual([
      'background.js',
      'claimcheck.css',
      'icons/128.png',
      'icons/16.png',
      'icons/32.png',
      'icons/48.png',
      'icons/96.png',
      ...(browser === 'chromium' ? ['landing.html'] : []),
      'licences.txt',
      ...(browser === 'chromium' ? ['managed-schema.json'] : []),
      'manifest.json',
      ...(browser === 'chromium' ? ['offscreen.html', 'offscreen.js'] : []),
      'page.html',
      'page.js',
      'panel.html',
      'panel.js',
      'popup.html',
      'popup.js',
    ]);
  });

  test('has no eval, no console and no HTML made from text', () => {
    for (const file of Object.keys(first).filter((name) => name.endsWith('.js'))) {
      const text = readFileSync(path.join(out, file), 'utf8');
      expect(findCodeFromText(text), file).toBeUndefined();
      expect(/(?<![.\w"'`])console\.|Math\.random/.exec(text)?.[0], file).toBeUndefined();
      // Preact's way to set HTML, which nothing of ours asks for
      expect(text.match(/innerHTML/g)?.length ?? 0, file).toBeLessThanOrEqual(2);
      expect(text.match(/dangerouslySetInnerHTML/g)?.length ?? 0, file).toBeLessThanOrEqual(2);
    }
  });

  test('names no host but those that it writes into texts, links and addresses of Cognito', () => {
    const scripts = Object.keys(first).filter((name) => name.endsWith('.js'));
    const hosts = new Set(scripts.flatMap((file) => hostsIn(readFileSync(path.join(out, file), 'utf8'))));
    expect([...hosts].sort()).toEqual(namedHosts);
  });

  test('lists each package whose code is in it, with its licence', () => {
    const text = readFileSync(path.join(out, 'licences.txt'), 'utf8');
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Versions };
    const named = [...text.matchAll(/^== (\S+) (\S+) \((\S+)\)$/gm)].map(([, name, version]) => [name, version]);
    expect(named).toEqual(Object.entries(dependencies).sort());
    expect(text.match(/Permission is hereby granted/g)).toHaveLength(4);
    expect(text).toContain('https://mozilla.org/MPL/2.0/');
  });

  test('loads at most 30 KB (gzip) before the popup or the side panel paints, and neither what checks signatures nor the polyfill', () => {
    for (const entry of ['popup.js', 'panel.js']) {
      const code = [...statically(out, entry)].map((file) => readFileSync(path.join(out, file)));
      const size = code.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
      expect(size, entry).toBeLessThanOrEqual(30 * 1024);
    }
    // where keys are imported and signatures checked: the worker alone
    const worker = readFileSync(path.join(out, 'background.js'), 'utf8');
    for (const own of [/RSASSA-PKCS1-v1_5/, /WebExtensionPolyfill/]) expect(worker).toMatch(own);
    const pages = Object.keys(first).filter((file) => file.endsWith('.js') && file !== 'background.js');
    for (const file of pages)
      expect(readFileSync(path.join(out, file), 'utf8'), file).not.toMatch(/RSASSA|WebExtensionPolyfill/);
  });

  test('has no inline script or style', () => {
    for (const page of Object.keys(first).filter((file) => file.endsWith('.html'))) {
      const text = readFileSync(path.join(out, page), 'utf8');
      expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/i);
    }
  });
});

describe('what makes code from a text', () => {
  test.each([
    'eval(name)',
    '(0, eval)(name)',
    'const run = globalThis.eval; run(name)',
    'new Function("return 1")()',
    'Function(name)',
    '(() => {}).constructor("return 1")()',
    'setTimeout("alert(1)", 1)',
    'setInterval(`alert(1)`, 1)',
    'import("https://example.com/code.js")',
    'import(name)',
    'import("data:text/javascript,alert(1)")',
    'import x from "https://example.com/x.js"; x()',
    'import "https://example.com/x.js"',
    'importScripts("https://example.com/x.js")',
    'document.body.insertAdjacentHTML("beforeend", name)',
    'document.write(name)',
    'new Worker(name)',
    'trustedTypes.createPolicy("any", {})',
  ])('is found: %s', async (code) => {
    const { code: minified } = await transform(code, { minify: true, format: 'esm' });
    expect(findCodeFromText(minified)).toBeDefined();
  });
  test('and what does not is left alone', () => {
    const code = 'import{a}from"./shared-AB12.js";import("./shared-CD34.js").then(a);setTimeout(a,1);isFunction(a)';
    expect(findCodeFromText(code)).toBeUndefined();
  });
});

test('a bundled package without a licence that is known fails the build', async () => {
  const inputs = { 'node_modules/vite/dist/x.js': { bytesInOutput: 1 }, 'src/a.ts': { bytesInOutput: 1 } };
  const metafile = (inputs: object) =>
    ({ outputs: { 'x.js': { inputs } } }) as unknown as Parameters<typeof licencesOf>[0][0];
  expect(await licencesOf([metafile(inputs)], process.cwd())).toMatch(/^== vite \S+ \(MIT\)$/m);
  const none = { 'test/vectors/node_modules/none/x.js': { bytesInOutput: 1 } };
  await expect(licencesOf([metafile(none)], process.cwd())).rejects.toThrow();
  const dropped = { 'node_modules/vite/dist/x.js': { bytesInOutput: 0 } };
  expect(await licencesOf([metafile(dropped)], process.cwd())).not.toContain('vite');
});
