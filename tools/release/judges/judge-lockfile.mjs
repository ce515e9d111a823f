import { fail, pass } from '../verdict.mjs';

/** @typedef {{ version?: string, resolved?: string, integrity?: string, link?: boolean }} LockEntry */

/**
 * Can `npm ci` bring nothing but what was pinned? Every package has its hash, none an address other than the registry's.
 *
 * @param {{ version: string, packages: Record<string, LockEntry> }} lock package-lock.json
 * @param {{ version: string, dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} own package.json
 */
export function judgeLockfile(lock, own) {
  const check = 'lockfile';
  const entries = Object.entries(lock.packages).filter(([at]) => at !== '');
  const loose = Object.entries({ ...own.dependencies, ...own.devDependencies })
    .filter(([, range]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(range))
    .map(([name, range]) => `package.json: ${name} ${range} is no exact version`);
  const found = [
    ...loose,
    ...entries.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([at]) => `${at}: no SHA-512`),
    ...entries
      .filter(([, { resolved, link }]) => link || (resolved && !resolved.startsWith('https://registry.npmjs.org/')))
      .map(([at]) => `${at}: not from the npm registry`),
    ...(lock.version === own.version ? [] : [`package-lock.json says ${lock.version}, package.json ${own.version}`]),
  ];
  if (found.length === 0) return pass(check, `${entries.length} packages, each with its SHA-512`);
  const some = found.slice(0, 5).join('; ');
  return fail(
    check,
    found.length > 5 ? `${some} and ${found.length - 5} more` : some,
    'run npm install, and look at what changed',
  );
}
