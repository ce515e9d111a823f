import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The files of the source package, by name: what git tracks. The unpacked package has no git; there it is everything that
 * git would not ignore, which is the same.
 *
 * @param {string} root
 */
export function sourceFiles(root) {
  return existsSync(path.join(root, '.git')) ? tracked(root) : unignoredFiles(root);
}

/** @param {string} root */
function tracked(root) {
  const names = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  // one that was deleted and not yet committed
  return names.filter((name) => existsSync(path.join(root, name))).sort();
}

/** The files of a folder that its .gitignore does not leave out, by name. @param {string} root */
export function unignoredFiles(root) {
  const isIgnored = ignoredBy(readFileSync(path.join(root, '.gitignore'), 'utf8'));
  return readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => name !== '.git')
    .flatMap((entry) => below(root, entry.name, entry.isDirectory(), isIgnored))
    .sort();
}

/**
 * @param {string} root
 * @param {string} name
 * @param {boolean} isFolder
 * @param {(name: string, isFolder: boolean) => boolean} isIgnored
 * @returns {string[]}
 */
function below(root, name, isFolder, isIgnored) {
  if (isIgnored(path.posix.basename(name), isFolder)) return [];
  if (!isFolder) return [name];
  return readdirSync(path.join(root, name), { withFileTypes: true }).flatMap((entry) =>
    below(root, `${name}/${entry.name}`, entry.isDirectory(), isIgnored),
  );
}

/**
 * Whether a .gitignore of plain names, folders and `*.ending` leaves a name out. Throws where a line is anything else.
 *
 * @param {string} text
 */
export function ignoredBy(text) {
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
  const strange = lines.find((line) => !/^(?:\*\.)?[\w.-]+\/?$/.test(line));
  if (strange) throw new Error(`.gitignore: ${strange} is no name, folder or *.ending`);
  return (/** @type {string} */ name, /** @type {boolean} */ isFolder) =>
    lines.some((line) => {
      if (line.startsWith('*.')) return name.endsWith(line.slice(1));
      // a link to a folder of packages is one file to us, and no part of the source either
      return line.endsWith('/') ? name === line.slice(0, -1) && (isFolder || name === 'node_modules') : name === line;
    });
}

/**
 * @param {string} root
 * @param {string[]} names
 * @returns {import('./zip.mjs').ZipEntry[]}
 */
export function readSource(root, names) {
  return names.map((name) => {
    const data = readFileSync(path.join(root, name));
    // the mode of a file is lost on some systems, its first line is not
    return { name, data, isProgram: data.subarray(0, 2).toString('latin1') === '#!' };
  });
}
