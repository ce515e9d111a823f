/** Writes dist/chromium and dist/firefox from one source and one manifest. `--granted[=names]` adds test variants. */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { expectWithin, OverBudget, weighFirst, weighPacked } from './tools/build-size.mjs';
import { licencesOf } from './tools/licences.mjs';
import { withoutInnerHtml } from './tools/release/without-inner-html.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
export const browsers = /** @type {const} */ (['chromium', 'firefox']);

/** @typedef {(typeof browsers)[number]} Browser */
/** @typedef {Record<string, any>} Manifest */

/**
 * The manifest of one browser. `granted` makes optional permissions required: all of them with their hosts (`true`),
 * or those named; the name `hosts` stands for the optional hosts.
 * @param {Manifest} source manifest.json as it stands
 * @param {Browser} browser
 * @param {boolean | string[]} granted
 * @returns {Manifest}
 */
export function manifestFor(source, browser, granted = false) {
  const { browsers: own, ...common } = source;
  const commands = { ...common.commands, ...own[browser].commands };
  const manifest = { ...common, ...own[browser], commands };
  if (granted === false) return manifest;
  const optional = /** @type {string[]} */ (manifest.optional_permissions);
  const isAsked = (/** @type {string} */ name) => granted === true || granted.includes(name);
  const unknown = granted === true ? [] : granted.filter((name) => !isKnown(source, name));
  if (unknown.length > 0) throw new Error(`--granted: manifest.json has no optional permission ${unknown.join(', ')}`);
  const { optional_host_permissions: hosts, ...rest } = manifest;
  const takesHosts = isAsked('hosts');
  return {
    ...rest,
    name: `${manifest.name} (permissions granted, for automated runs only)`,
    permissions: [...manifest.permissions, ...optional.filter(isAsked)].sort(),
    optional_permissions: optional.filter((name) => !isAsked(name)),
    ...(takesHosts ? { host_permissions: hosts } : { optional_host_permissions: hosts }),
  };
}

/** @param {Manifest} source @param {string} name */
function isKnown(source, name) {
  const own = Object.values(source.browsers).flatMap((/** @type {Manifest} */ entry) => [
    ...(entry.optional_permissions ?? []),
    ...(entry.permissions ?? []),
  ]);
  return name === 'hosts' || source.optional_permissions.includes(name) || own.includes(name);
}

/**
 * @param {Browser} browser
 * @param {boolean | string[]} granted
 */
export function folderFor(browser, granted) {
  if (granted === false) return browser;
  return granted === true ? `${browser}-granted` : `${browser}-granted-${granted.join('+')}`;
}

const pages = ['popup.html', 'panel.html', 'page.html'];
/**
 * Chromium's alone: where an intercepted answer ends, the one page that web pages can reach, which is empty; and the document
 * that uses the clipboard for its worker.
 */
const chromiumPages = ['landing.html', 'offscreen.html'];
/** What a policy of Chromium may hold; Firefox asks for no such file. */
const policySchema = 'managed-schema.json';
const icons = ['16.png', '32.png', '48.png', '96.png', '128.png'];

/**
 * Builds one folder, under dist/ unless told otherwise, and gives its path. Two builds of the same source are
 * byte-identical. Throws `OverBudget` when all is written and weighs too much.
 * @param {Browser} browser
 * @param {boolean | string[]} granted
 * @param {string} out written anew
 */
export async function buildFor(browser, granted = false, out = path.join(root, 'dist', folderFor(browser, granted))) {
  await rm(out, { recursive: true, force: true });
  await mkdir(path.join(out, 'icons'), { recursive: true });
  // the one place of the version, which npm keeps in the lockfile too
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const source = { version, ...JSON.parse(await readFile(path.join(root, 'manifest.json'), 'utf8')) };
  const manifest = manifestFor(source, browser, granted);
  await writeFile(path.join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const page of browser === 'chromium' ? [...pages, ...chromiumPages, policySchema] : pages)
    await copyFile(path.join(root, 'popup', page), path.join(out, page));
  for (const icon of icons) await copyFile(path.join(root, 'popup', 'icons', icon), path.join(out, 'icons', icon));
  const common = {
    absWorkingDir: root,
    // a checkout may link the packages of another: the bytes are to be the same
    preserveSymlinks: true,
    bundle: true,
    minify: true,
    target: browser === 'chromium' ? 'chrome130' : 'firefox142',
    jsx: /** @type {const} */ ('automatic'),
    jsxImportSource: 'preact',
    // webextension-polyfill warns on the console; nothing of ours does
    drop: /** @type {('console' | 'debugger')[]} */ (['console', 'debugger']),
    legalComments: /** @type {const} */ ('none'),
    charset: /** @type {const} */ ('utf8'),
    logLevel: /** @type {const} */ ('warning'),
  };
  const scripts = {
    background: 'src/background.ts',
    ...(browser === 'chromium' && { offscreen: 'popup/offscreen.ts' }),
  };
  const apart = await bundle({ ...common, entryPoints: scripts, format: 'iife', outdir: out, metafile: true });
  // one file, which is there sooner than two
  const styles = {
    contents: '@import "./tokens.css"; @import "./claimcheck.css";',
    resolveDir: path.join(root, 'popup'),
  };
  await bundle({ ...common, stdin: { ...styles, loader: 'css' }, outfile: path.join(out, 'claimcheck.css') });
  const { metafile } = await bundle({
    ...common,
    entryPoints: { popup: 'popup/popup.tsx', panel: 'popup/panel.tsx', page: 'popup/page.tsx' },
    alias: { 'webextension-polyfill': './src/platform/native-browser.ts' },
    plugins: [withoutInnerHtml()],
    format: 'esm',
    splitting: true,
    chunkNames: 'shared-[hash]',
    outdir: out,
    metafile: true,
  });
  await writeFile(path.join(out, 'licences.txt'), await licencesOf([apart.metafile, metafile], root));
  const first = ['popup.js', 'panel.js'].map((entry) =>
    weighFirst(path.relative(root, path.join(out, entry)).replaceAll('\\', '/'), metafile, root),
  );
  expectWithin(await Promise.all([...first, weighPacked(out)]));
  return out;
}

/** @param {string[]} args */
export async function main(args) {
  const option = args.find((arg) => arg === '--granted' || arg.startsWith('--granted='));
  const names = option?.split('=')[1]?.split(',').filter(Boolean);
  const variants = option === undefined ? [false] : [false, names?.length ? names : true];
  for (const granted of variants) {
    for (const browser of browsers) {
      try {
        const out = await buildFor(browser, granted);
        process.stderr.write(`${path.relative(root, out)}\n`);
      } catch (error) {
        if (!(error instanceof OverBudget)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = 1;
      }
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
