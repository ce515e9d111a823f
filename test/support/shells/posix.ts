import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const posixShells = ['sh', 'dash', 'bash'] as const;

/** A folder with programs of these names that print their arguments, each ended by NUL. */
export function printers(names: readonly string[]): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimcheck-argv-'));
  for (const name of names) {
    const file = path.join(folder, name);
    writeFileSync(file, '#!/bin/sh\nprintf \'%s\\0\' "$@"\n');
    chmodSync(file, 0o755);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** The arguments that a program of `folder` gets from a line, as the shell really runs it. */
export function posixArgv(shell: string, folder: string, line: string, env: Record<string, string> = {}): string[] {
  const { stdout, stderr, status } = spawnSync(shell, ['-c', line], {
    env: { ...env, PATH: `${folder}:${process.env.PATH}` },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${shell} failed on the line: ${stderr}`);
  return stdout.split('\0').slice(0, -1);
}
