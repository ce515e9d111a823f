import type { ComponentChildren } from 'preact';
import { isCustomScheme } from '../../src/protocol/needs.ts';
import type { Profile } from '../../src/protocol/records.ts';
import { findPromptWords, type Site, type SiteUse, sitePromptWords } from '../state/profile/profile-grants.ts';

const doesWith: Record<string, (profile: Profile) => ComponentChildren> = {
  webNavigation: () =>
    'Claimcheck is only told of addresses that equal a registered callback, and takes the answer from them; while a sign-in that started here is under way also of the pages of its provider, and while you watch a login of addresses that ask for one. No page content is read.',
  webRequest: ({ callback }) =>
    isCustomScheme(callback)
      ? 'No words of its own. Claimcheck looks where the provider redirects to, for this callback alone.'
      : 'No words of its own. Claimcheck looks at requests to this callback, and at no others.',
  declarativeNetRequestWithHostAccess: () =>
    'No words of its own; Firefox gives it at installation. Keeps requests to this callback from being sent, only while a sign-in that started here is under way.',
  history: () => 'Claimcheck looks for the entry that holds the answer of a capture, and deletes it.',
  scripting: () => 'No words of its own. Takes the answer out of the address of the callback’s page.',
};

/** The browser's words for a permission, and what it is for. */
export function permissionWords(name: string, profile: Profile): ComponentChildren {
  return (
    <>
      <Quoted words={findPromptWords(name)} />
      {doesWith[name]?.(profile)}
    </>
  );
}

const uses: Record<SiteUse, string> = {
  requests: 'Sees requests to the callback, and the form in them.',
  intercept: 'Keeps the answer of a sign-in that started here from the app.',
  address: 'Takes the answer out of the tab’s address.',
  redirects: 'Sees where the provider redirects to.',
  tokens: 'Exchanges codes for tokens, and refreshes them.',
  client_token: 'Gets tokens for the client itself.',
  userinfo: 'Calls userInfo.',
  revocation: 'Revokes tokens.',
  keys: 'Fetches discovery and the signing keys.',
};

/** The browser's words for access to a site, and what is done there. */
export function siteWords({ host, does }: Site): ComponentChildren {
  return (
    <>
      <Quoted words={sitePromptWords(host)} />
      {does.map((use) => uses[use]).join(' ')}
    </>
  );
}

function Quoted({ words }: { words: string | undefined }) {
  return words === undefined ? null : <>“{words}”. </>;
}
