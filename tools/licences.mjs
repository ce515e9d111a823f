/** The licences of the packages whose code is in the bundles, for licences.txt in the package. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * A text that the licence lets stand for its own. The whole Mozilla Public License would be a fortieth of the package.
 *
 * @type {Record<string, string>}
 */
const notices = {
  'MPL-2.0':
    'This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not\ndistributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.',
};
/** What a bundle may hold, as the packages name it. */
const known = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MPL-2.0'];

/**
 * The folders of the packages of which something is in an output, by name, without those that came to nothing.
 *
 * @param {import('esbuild').Metafile[]} metafiles
 * @returns {Map<string, string>}
 */
export function bundledPackages(metafiles) {
  const inputs = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const found = inputs.flatMap(([file]) => {
    const [folder, name] = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
    return folder !== undefined && name !== undefined ? [/** @type {[string, string]} */ ([name, folder])] : [];
  });
  return new Map(found.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * Each bundled package with its version and licence. Throws for one whose licence is not known, or has no text.
 *
 * @param {import('esbuild').Metafile[]} metafiles
 * @param {string} root what the paths in them are relative to
 */
export async function licencesOf(metafiles, root) {
  const parts = [];
  for (const [name, folder] of bundledPackages(metafiles)) parts.push(await licenceOf(name, path.join(root, folder)));
  return `Claimcheck holds code of these packages.\n\n${parts.join('\n\n')}\n`;
}

/** @param {string} name @param {string} folder */
async function licenceOf(name, folder) {
  const { version, license, repository } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  if (!known.includes(license)) throw new Error(`${name} ${version}: the licence ${license} is none that is known`);
  const source = String(repository?.url ?? repository ?? '').replace(/^git\+|\.git$/g, '');
  return [`== ${name} ${version} (${license})`, source, notices[license] ?? (await textOf(name, folder))]
    .filter(Boolean)
    .join('\n\n');
}

/** @param {string} name @param {string} folder */
async function textOf(name, folder) {
  const file = (await readdir(folder)).sort().find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence file`);
  return (await readFile(path.join(folder, file), 'utf8')).replaceAll('\r\n', '\n').trim();
}
