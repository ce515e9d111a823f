import type { ComponentChildren } from 'preact';
import type { Profile } from '../../../src/protocol/records.ts';
import { permissionWords, siteWords } from '../../editor/grant-words.tsx';
import { Text } from '../../parts/text.tsx';
import type { Site } from '../../state/profile/profile-grants.ts';
import { grantPrompts, isSettingGrant, type SettingGrant } from '../../state/settings/settings-grants.ts';
import type { TrustState } from '../../state/settings/trust-grants.ts';

const uses: Record<SettingGrant, string> = {
  idle: 'No words of its own. Claimcheck is told that the screen was locked.',
  clipboardWrite: 'Puts a token on the clipboard without a popup, and clears the clipboard.',
  clipboardRead: 'Looks whether the clipboard still holds what Claimcheck put there, before it is cleared.',
};

/** The browser's words for a permission, what it is for, and who needs it. */
export function permissionReason(name: string, state: TrustState, users: Profile[]): ComponentChildren {
  if (isSettingGrant(name)) {
    const prompt = grantPrompts[name];
    return (
      <>
        {prompt !== undefined && `“${prompt}”. `}
        {uses[name]}
        {state === 'unneeded' && ' No setting needs it at present.'}
      </>
    );
  }
  const [first] = users;
  if (first) {
    return (
      <>
        {permissionWords(name, first)} <NeededBy users={users} />
      </>
    );
  }
  return state === 'unneeded' ? unneeded : 'Asked for when the first profile is saved.';
}

/** The same for access to a site. */
export function siteReason(
  pattern: string,
  site: Site | undefined,
  state: TrustState,
  users: Profile[],
): ComponentChildren {
  if (site) {
    return (
      <>
        {siteWords(site)} <NeededBy users={users} />
      </>
    );
  }
  if (state === 'unneeded' && /^[^/]*\/\/(\*|.*\*\.)/.test(pattern)) {
    return 'Wider than any profile needs: Claimcheck asks for single hosts.';
  }
  return unneeded;
}

const unneeded = 'No profile needs it any more.';

/** So many profiles are named. */
const mostNamed = 4;

function NeededBy({ users }: { users: Profile[] }) {
  const named = users.slice(0, mostNamed);
  const more = users.length - named.length;
  return (
    <>
      For{' '}
      {named.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Text>{name}</Text>
        </span>
      ))}
      {more > 0 && ` and ${more} more`}.
    </>
  );
}
