import type { Host } from '../host.ts';
import { useGranted } from '../parts/host-context.ts';
import { Icon } from '../parts/icon.tsx';
import type { Draft } from '../state/profile-draft.ts';
import { findSites, type Site } from '../state/profile-grants.ts';
import { profileFromDraft } from '../state/profile-record.ts';
import { requestGrant } from '../state/profile-save.ts';

type Props = { host: Host; draft: Draft; canWatch: boolean | undefined; offered: string | undefined };

/** What the browser will ask, in its words, and what Claimcheck does with it. */
export function GrantsPreview({ host, draft, canWatch, offered }: Props) {
  const sites = findSites(profileFromDraft(draft, 'preview'));
  return (
    <section aria-labelledby="profile-ask-h">
      <div class="head ruled">
        <h2 id="profile-ask-h">What the browser will ask</h2>
      </div>
      <p class="aside">
        The prompt says “Read your browsing history”. That is the browser’s wording. What Claimcheck does with it, and
        no more:
      </p>
      <ul class="checks ruled">
        <li data-tone={canWatch ? 'pass' : 'skip'}>
          <Icon name={canWatch ? 'pass' : 'info'} />
          <code>webNavigation</code>
          <span class="verdict">{canWatch ? 'Granted' : 'Will ask'}</span>
          <p>
            Claimcheck is only told of addresses that equal a registered callback, and takes the answer from them. No
            page content is read.
          </p>
        </li>
        {sites.map((site) => (
          <SiteRow key={site.pattern} host={host} site={site} hasButton={site.pattern !== offered} />
        ))}
      </ul>
      {sites.length > 0 && (
        <p class="aside ruled">
          Access to a site is optional, asked only when you want it: calls work without it where the provider sends CORS
          headers; with it the reasons in refused answers can be read.
        </p>
      )}
      <p class="aside ruled">You can take each of them back in the browser’s settings of its extensions.</p>
    </section>
  );
}

function SiteRow({ host, site, hasButton }: { host: Host; site: Site; hasButton: boolean }) {
  const grant = { origins: [site.pattern] };
  const isGranted = useGranted(grant);
  return (
    <li data-tone={isGranted ? 'pass' : 'skip'}>
      <Icon name={isGranted ? 'pass' : 'info'} />
      <code>{site.host}</code>
      <span class="verdict">{isGranted ? 'Granted' : 'Optional'}</span>
      <p>{doesWords(site)}</p>
      {isGranted === false && hasButton && (
        <div class="row">
          <button type="button" class="btn small" onClick={() => requestGrant(host, grant)}>
            Allow access to {site.host}
          </button>
        </div>
      )}
    </li>
  );
}

function doesWords({ does }: Site): string {
  if (does.length > 1) return 'Calls userInfo, fetches discovery and the signing keys.';
  return does[0] === 'userinfo' ? 'Calls userInfo.' : 'Fetches discovery and the signing keys.';
}
