import type { Verdict } from '../../protocol/records.ts';
import { failed, notChecked, notStartedHere, passed } from '../verdict.ts';

/** Whether the scopes that were granted are those asked for. Absent means as asked for (RFC 6749 section 5.1). */
export function judgeGranted(granted: string | undefined, asked: readonly string[] | undefined): Verdict {
  if (granted === undefined) return passed('scope');
  if (!asked) return notChecked('scope', notStartedHere);
  const scopes = new Set(scopesOf(granted));
  const isSame = scopes.size === new Set(asked).size && asked.every((scope) => scopes.has(scope));
  return isSame ? passed('scope') : failed('scope', { expected: asked.join(' '), actual: granted || 'none' });
}

export function scopesOf(scope: string): string[] {
  return scope.split(' ').filter((one) => one !== '');
}
