import { parseUrl } from '../../src/protocol/url.ts';
import type { Goes } from '../state/profile/profile-delete.ts';
import type { SecretState } from '../state/profile/profile-secret.ts';

const secrets: Record<SecretState, string | undefined> = {
  none: undefined,
  memory: 'Its client secret is forgotten.',
  disk: 'Its client secret is forgotten, in memory and on disk.',
  locked: 'Its client secret, which lies encrypted on disk, is deleted.',
};

const list = new Intl.ListFormat('en');

/** What goes with a profile, a sentence each. */
export function goingWords({ captureIds, secret, grants, logins }: Goes): string[] {
  const held = [...grants.permissions, ...grants.origins.map((pattern) => parseUrl(pattern)?.hostname ?? pattern)];
  const given = `No other profile needs ${list.format(held)}: the browser gets ${held.length === 1 ? 'it' : 'them'} back.`;
  return [
    'The profile goes, and its callback is not watched any more.',
    capturesWords(captureIds.length),
    secrets[secret],
    logins.length > 0
      ? 'Its login under way ends: an answer that comes later is not taken as one from here.'
      : undefined,
    held.length > 0 ? given : undefined,
  ].filter((words) => words !== undefined);
}

function capturesWords(count: number): string {
  if (count === 0) return 'It has no captures.';
  return count === 1 ? 'Its capture is forgotten.' : `Its ${count} captures are forgotten.`;
}
