import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { browsers, buildFor } from '../build.mjs';

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

describe.each(browsers)('the build for %s', (browser) => {
  // a variant of its own, so that no test in a browser loses the folder it runs from
  const variant = ['webNavigation', 'hosts'];
  let first: Record<string, string>;
  let out: string;
  beforeAll(async () => {
    out = await buildFor(browser, variant);
    first = fingerprint(out);
  });

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
      ...(browser === 'chromium' ? ['landing.html', 'managed-schema.json'] : []),
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
      const found = /\beval\(|new Function\(|(?<![.\w"'`])console\.|document\.write|Math\.random/.exec(text);
      expect(found?.[0], file).toBeUndefined();
    }
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
