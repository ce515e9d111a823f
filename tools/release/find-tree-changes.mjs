import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The files that differ from the last commit or that git does not know; undefined where there is no git to say.
 *
 * @param {string} root
 */
export function findTreeChanges(root) {
  // an unpacked source package may lie inside another clone
  if (!existsSync(path.join(root, '.git'))) return undefined;
  const { status, stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.split('\n').filter(Boolean) : undefined;
}
