import type { ComponentChildren } from 'preact';
import { needsOf } from '../../src/protocol/needs.ts';
import type { Profile } from '../../src/protocol/records.ts';
import type { Grant, Host } from '../host.ts';
import { useGranted } from '../parts/host-context.ts';
import { Icon } from '../parts/icon.tsx';
import type { Draft } from '../state/profile/profile-draft.ts';
import { findSites } from '../state/profile/profile-grants.ts';
import { profileFromDraft } from '../state/profile/profile-record.ts';
import { requestGrant } from '../state/profile/profile-save.ts';
import { permissionWords, siteWords } from './grant-words.tsx';

type Props = { host: Host; draft: Draft; saved: Profile | undefined; offered: string | undefined };

/** What the browser will ask, in its words, and what Claimcheck does with it. */
export function GrantsPreview({ host, draft, saved, offered }: Props) {
  const profile = profileFromDraft(draft, 'preview', saved);
  const sites = findSites(profile);
  // what only the edits need is asked for when they are saved
  const asked = saved && needsOf(saved);
  return (
    <section aria-labelledby="profile-ask-h">
      <div class="head ruled">
        <h2 id="profile-ask-h">What the browser will ask</h2>
      </div>
      <p class="aside">The words in quotation marks are the browser’s. What Claimcheck does with each, and no more:</p>
      <ul class="checks ruled">
        {needsOf(profile).permissions.map((name) => (
          <Row
            key={name}
            host={host}
            name={name}
            grant={{ permissions: [name] }}
            isNeeded
            button={asked?.permissions.includes(name) ? `Allow ${name}` : undefined}
          >
            {permissionWords(name, profile)}
          </Row>
        ))}
        {sites.map((site) => (
          <Row
            key={site.pattern}
            host={host}
            name={site.host}
            grant={{ origins: [site.pattern] }}
            isNeeded={site.isNeeded}
            button={
              site.pattern !== offered && (!site.isNeeded || asked?.origins.includes(site.pattern))
                ? `Allow access to ${site.host}`
                : undefined
            }
          >
            {siteWords(site)}
          </Row>
        ))}
      </ul>
      {sites.some(({ isNeeded }) => !isNeeded) && (
        <p class="aside ruled">
          Optional access is asked only when you want it: calls work without it where the provider sends CORS headers;
          with it the reasons in refused answers can be read.
        </p>
      )}
      <p class="aside ruled">
        What no profile needs any more is given back by itself. Access to sites can also be taken back in the browser’s
        settings of its extensions.
      </p>
    </section>
  );
}

type RowProps = {
  host: Host;
  name: string;
  grant: Grant;
  /** Whether saving asks for it. */
  isNeeded: boolean;
  button: string | undefined;
  children: ComponentChildren;
};

function Row({ host, name, grant, isNeeded, button, children }: RowProps) {
  const isGranted = useGranted(grant);
  return (
    <li data-tone={isGranted ? 'pass' : 'skip'}>
      <Icon name={isGranted ? 'pass' : 'info'} />
      <code>{name}</code>
      <span class="verdict">{isGranted ? 'Granted' : isNeeded ? 'Will ask' : 'Optional'}</span>
      <p>{children}</p>
      {isGranted === false && button && (
        <div class="row">
          <button type="button" class="btn small" onClick={() => requestGrant(host, grant)}>
            {button}
          </button>
        </div>
      )}
    </li>
  );
}
